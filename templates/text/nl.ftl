# Words on screen, in Dutch. B1: short sentences, active, no jargon.

## The frame round every page
layout-product = Olievlek
layout-skip = Direct naar de inhoud
layout-menu = Menu
layout-menu-label = Hoofdmenu
layout-viewer-menu = , jouw menu
layout-signed-in-as = Je bent ingelogd als { $name }.
layout-sign-in = Inloggen
layout-sign-out = Uitloggen
layout-sign-out-everywhere = Overal uitloggen
layout-accessibility = Toegankelijkheid
layout-privacy = Privacy
layout-source = Broncode
layout-api = API
layout-demo-label = Over deze demonstratie
layout-demo = Dit is een demonstratie. Alle mensen en gegevens zijn verzonnen.
layout-demo-persona = Kies een andere persoon
layout-demo-letters = Bekijk de verstuurde mails

## The four core values
value-verbinding = Verbinding
value-vakmanschap = Vakmanschap
value-vertrouwen = Vertrouwen
value-vernieuwing = Vernieuwing

## Parts that many pages use
part-seats-left = { $capacity ->
    [one] Nog { $free } van { $capacity } plek
   *[other] Nog { $free } van { $capacity } plekken
}
part-seats-full = { $capacity ->
    [0] Geen plekken
    [one] De enige plek is bezet
   *[other] Alle { $capacity } plekken zijn bezet
}
part-seats-waiting = Vol, { $waiting } op de wachtlijst
part-seats-no-limit = Er is plek voor iedereen
part-card-meetings = { $more ->
    [one] en nog 1 bijeenkomst
   *[other] en nog { $more } bijeenkomsten
}
part-card-dates = { $dates ->
    [0] Nog geen datum
    [one] 1 datum
   *[other] { $dates } data
}
part-pager-label = Bladeren
part-pager-range = { $first } tot en met { $last } van { $total }
part-pager-previous = Vorige
part-pager-next = Volgende

## Forms
form-optional = (niet verplicht)
form-error-prefix = Fout:
form-errors-title = { $count ->
    [one] Controleer nog één ding
   *[other] Controleer nog { $count } dingen
}
form-cancel = Annuleren
