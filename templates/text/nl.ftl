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
part-seats-draw = { $capacity ->
    [one] 1 plek, geloot op { $moment }.
   *[other] { $capacity } plekken, geloot op { $moment }.
}
part-seats-asked = { $asked ->
    [0] Nog niemand doet mee.
    [one] 1 persoon doet mee.
   *[other] { $asked } mensen doen mee.
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
part-pager-range = { $total ->
    [10001] { $first } tot en met { $last } van meer dan 10.000
    [10002] { $first } tot en met { $last } van heel veel
   *[other] { $first } tot en met { $last } van { $total }
}
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

## Dates and times
date-weekday = { $weekday ->
    [1] maandag
    [2] dinsdag
    [3] woensdag
    [4] donderdag
    [5] vrijdag
    [6] zaterdag
   *[7] zondag
}
date-weekday-short = { $weekday ->
    [1] ma
    [2] di
    [3] wo
    [4] do
    [5] vr
    [6] za
   *[7] zo
}
date-month = { $month ->
    [1] januari
    [2] februari
    [3] maart
    [4] april
    [5] mei
    [6] juni
    [7] juli
    [8] augustus
    [9] september
    [10] oktober
    [11] november
   *[12] december
}
date-month-short = { $month ->
    [1] jan
    [2] feb
    [3] mrt
    [4] apr
    [5] mei
    [6] jun
    [7] jul
    [8] aug
    [9] sep
    [10] okt
    [11] nov
   *[12] dec
}
date-day = { $weekday } { $day } { $month }
date-day-year = { $weekday } { $day } { $month } { $year }
date-clock = { $hour }.{ $minute }
date-time = { $clock } uur
date-moment = { $date }, { $clock } uur
date-period = { $date }, { $from }–{ $until } uur
date-period-days = { $date }, { $from } uur tot { $last }, { $until } uur

## Holidays
holiday-new-years-day = Nieuwjaarsdag
holiday-good-friday = Goede Vrijdag
holiday-easter-monday = Tweede Paasdag
holiday-kings-day = Koningsdag
holiday-ascension-day = Hemelvaartsdag
holiday-liberation-day = Bevrijdingsdag
holiday-whit-monday = Tweede Pinksterdag
holiday-christmas-day = Eerste Kerstdag
holiday-boxing-day = Tweede Kerstdag
holiday-decree-day = Gelijkgestelde dag

## Delen van een lijst
problem-limit = Vraag er 1 tot { $max } tegelijk.
problem-cursor = Deze plek in de lijst is niet bekend. Begin opnieuw zonder cursor.

## Mensen en aanmelden
problem-required = { $field ->
    [useful] Vul bij “Bruikbaar in mijn werk” een cijfer in.
    [clear] Vul bij “Duidelijk uitgelegd” een cijfer in.
    [recommend] Vul bij “Ik raad het een collega aan” een cijfer in.
    [applied] Kies of je het hebt toegepast.
    [who] Vul in voor wie het is.
    [dueOn] Kies een dag of vul een aantal dagen in.
    [until] Kies tot en met welke dag.
    [training] Kies een workshop of een leerroute.
    [answer] Kies een antwoord.
    [name] Vul een naam in.
    [title] Vul een titel in.
    [code] Vul een code in.
    [email] Vul een e-mailadres in.
    [password] Vul een wachtwoord in.
    [from] Kies vanaf welke dag.
    [subject] Vul een onderwerp in.
    [text] Schrijf een tekst.
    [into] Kies een afdeling om mee samen te voegen.
    [department] Kies een afdeling.
    [reason] Schrijf een reden.
    [people] Vul in om wie of om hoeveel mensen het gaat.
    [number] Vul een personeelsnummer in.
    [session] Kies een datum.
    [duration] Vul in hoeveel minuten de workshop duurt.
    [parts] Vul in hoeveel bijeenkomsten het zijn.
    [first] Kies de dag van de eerste bijeenkomst.
    [times] Vul in hoe vaak.
    [every] Vul in om de hoeveel weken.
    [role] Kies een rol.
    [kind] Kies wat er in het bestand staat.
    [certain] Zet een vinkje als je het zeker weet.
    [override] Zet een vinkje als het toch mag.
    [date] Kies een dag.
    [time] Vul een tijd in.
    [minutes] Vul in hoeveel minuten het duurt.
    [place] Vul in waar het is.
    [person] Vul in wie het is.
    [receivedOn] Kies de dag waarop het binnenkwam.
    [target] Vul een doel in.
    [textNl] Schrijf de belofte op.
    [indicatorNl] Vul in wat er gemeten wordt.
   *[other] Vul dit in.
}
problem-not-an-address = Dit is geen e-mailadres. Schrijf het zo: naam@gemeente.nl.
problem-only-for-heads = Alleen een leidinggevende krijgt een afdeling. Laat dit leeg.
problem-password-too-short = Neem een wachtwoord van { $min } tekens of meer, bijvoorbeeld vier losse woorden.
problem-too-long = Dit is te lang. Gebruik hoogstens { $max } tekens.
problem-days = Kies een aantal dagen van 1 tot en met { $max }.
problem-not-welcome = Deze persoon werkt hier niet (meer) of is geblokkeerd. Neem een ander adres.
refusal-last-administrator = Dit is de laatste beheerder. Maak eerst iemand anders beheerder.
refusal-shuts-you-out = Dan kun jij niet meer inloggen. Laat een andere beheerder dit doen.
refusal-link-not-valid = Deze link werkt niet (meer). Een link werkt één keer en een kwartier lang. Vraag een nieuwe aan.
refusal-sign-in-failed = Het adres of het wachtwoord klopt niet. Probeer het opnieuw, of vraag een link aan.
refusal-taken = { $value } is al in gebruik. Kies iets anders.
## The menu
menu-home = Start
menu-group-team = Mijn afdeling
menu-group-talk = Gesprekken
menu-group-desk = Trainingen
menu-group-people = Mensen
menu-group-oversight = Toezicht
menu-workshops = Workshops
menu-places = Mijn plekken
menu-team = Mijn team
menu-sessions = Data en deelnemers
menu-people = Mensen
menu-roles = Rollen
menu-imports = Bestanden inlezen
menu-letters = Verstuurde mails

## The first page
home-welcome-title = Welkom
home-welcome-heading = Samen leren bij { $organisation }
home-welcome-lead = Vind een workshop, neem een plek en zie wat er voor jou klaarstaat.

## When something goes wrong
error-home = Naar de startpagina
error-request = Vraag je hulp? Noem dan dit nummer: { $number }.
error-missing-title = Deze pagina is er niet
error-missing-lead = Het adres klopt niet, of de pagina is verplaatst. Zoek verder vanaf de startpagina.
error-forbidden-title = Deze pagina is niet voor jou
error-forbidden-lead = Je hebt hier geen rechten voor. Heb je die nodig voor je werk? Vraag het de beheerder.
error-forged-title = We hebben niets gedaan
error-forged-lead = Deze opdracht kwam niet van onze eigen pagina. Open de pagina opnieuw en probeer het nog een keer.
error-refused-title = Dit kan niet
error-refused-lead = Er is niets veranderd. Dit is de reden:
error-too-many-title = Wacht even
error-too-many-lead = Er zijn te veel pogingen gedaan. Probeer het straks opnieuw.
error-too-large-title = Dit is te groot
error-too-large-lead = Een formulier mag 1 MB groot zijn, een bestand 10 MB. Er is niets opgeslagen.
error-too-slow-title = Het duurde te lang
error-too-slow-lead = De gegevens kwamen niet op tijd binnen. Probeer het opnieuw.
error-unreadable-title = We konden dit niet lezen
error-unreadable-lead = De gegevens kwamen niet goed binnen. Ga terug en probeer het opnieuw.
error-away-title = We zijn er zo weer
error-away-lead = Olievlek is even niet bereikbaar. Wacht een paar tellen en laad de pagina opnieuw. Er is niets veranderd.
error-broken-title = Er ging iets mis bij ons
error-broken-lead = Dit ligt niet aan jou. Probeer het nog een keer. Gaat het weer mis? Meld het dan.

## Problems with a field
problem-not-a-number = Vul een heel getal in.
problem-out-of-range = Vul een getal in van { $min } tot en met { $max }.
problem-not-a-date = Vul een datum in, zoals 3-12-2026.
problem-not-a-time = Vul een tijd in, zoals 9.30.
problem-no-such-time = Deze tijd bestaat niet: de klok gaat dan een uur vooruit. Kies een andere tijd.
problem-time-comes-twice = Deze tijd komt twee keer voor: de klok gaat dan een uur terug. Kies een andere tijd.
problem-day-to-come = Kies vandaag of een dag die voorbij is.
problem-before-last-change = Kies een dag vanaf { $day }: daarvoor staat de geschiedenis vast.
problem-below-itself = Die afdeling valt zelf onder deze. Kies een andere.
problem-nobody-chosen = Kies wie of welk team er meegaat.
problem-not-a-choice = Kies een van de mogelijkheden.

## Letters
letter-hello = Dag { $name },
letter-stands-in = Deze mail is voor { $name }. Wij hebben van { $name } geen mailadres dat werkt. Wil jij het doorgeven?
letter-bye = Met vriendelijke groet,
letter-automatic = Deze mail is automatisch verstuurd. Vragen? Beantwoord gewoon deze mail.
letter-on-paper = Je krijgt dit op papier, omdat we geen mailadres van je hebben. Vragen? Ga naar je leidinggevende.
letter-online = Online meedoen
letter-trainers = { $n ->
    [one] Trainer
   *[other] Trainers
}
letter-part = (bijeenkomst { $part } van { $parts })
letter-button-sign-in = Inloggen
letter-button-session = Bekijk de workshop
letter-button-offer = Kies of je de plek wilt
letter-calendar-in = { $parts ->
    [one] De afspraak voor je agenda zit bij deze mail.
   *[other] De afspraak voor bijeenkomst { $part } zit bij deze mail. Voor de andere bijeenkomsten krijg je ook een mail.
}
letter-calendar-out = { $parts ->
    [one] Met deze mail gaat de afspraak uit je agenda.
   *[other] Met deze mail gaat bijeenkomst { $part } uit je agenda. Voor de andere bijeenkomsten krijg je ook een mail.
}

letter-sign-in-subject = Inloggen bij { $organisation }
letter-sign-in-lead = Je wilt inloggen bij de workshops van { $organisation }. Dat kan met de link hieronder.
letter-sign-in-action = De link werkt één keer en 15 minuten lang. Heb je hier niet om gevraagd? Dan hoef je niets te doen.

letter-confirmed-subject = Je hebt een plek: { $workshop }
letter-confirmed-lead = Wat leuk dat je meedoet. Je hebt een plek bij { $workshop }.
letter-confirmed-action = Kun je toch niet? Meld je dan op tijd af, dan kan een collega jouw plek krijgen.

letter-waiting-subject = Je staat op de wachtlijst: { $workshop }
letter-waiting-lead = { $workshop } is nu vol. Je staat op plek { $position } van de wachtlijst.
letter-waiting-lead-moved = { $workshop } was vol. Daarom kwam je op de wachtlijst.
letter-waiting-action = Komt er een plek vrij, dan krijg je bericht. Je hoeft nu niets te doen. Wil je niet meer wachten? Meld je dan af.

letter-offer-subject = Er is een plek vrij voor jou: { $workshop }
letter-offer-lead = Goed nieuws: er is een plek vrij voor jou bij { $workshop }.
letter-offer-action = Wij houden de plek vast tot { $deadline }. Laat voor die tijd weten of je hem wilt. Anders gaat de plek naar de volgende op de wachtlijst.
letter-offer-over = Laat zo snel mogelijk weten of je de plek wilt. Anders gaat hij naar de volgende op de wachtlijst.

letter-moved-up-subject = Je kunt toch mee: { $workshop }
letter-moved-up-lead = Je stond op de wachtlijst van { $workshop }. Er is een plek vrijgekomen en die is nu van jou.
letter-moved-up-action = Kun je toch niet? Meld je dan meteen af, dan kan iemand anders mee.

letter-withdrawn-subject = Je inschrijving is gestopt: { $workshop }
letter-withdrawn-lead = { $ending ->
    [by-head] Je leidinggevende heeft je afgemeld voor { $workshop }.
    [by-staff] Wij hebben je afgemeld voor { $workshop }.
    [offer-declined] Je wilde de vrije plek bij { $workshop } niet. Je staat niet meer op de wachtlijst.
    [offer-lapsed] Er was een plek voor jou bij { $workshop }, maar wij hoorden niet op tijd van je. De plek is nu voor iemand anders.
    [left-organisation] Je hoort dan niet meer bij de organisatie. Daarom is je inschrijving voor { $workshop } gestopt.
    [swapped] Je koos een andere datum van { $workshop }. Daarom is je oude plek weer vrij.
    [placed-elsewhere] Je hebt een plek op een andere datum. Daarom is deze inschrijving voor { $workshop } gestopt.
    [session-called-off] { $workshop } gaat op deze datum niet door.
   *[other] Je bent afgemeld voor { $workshop }.
}
letter-withdrawn-action = { $ending ->
    [swapped] Je nieuwe plek staat in een andere mail.
   *[other] Wil je een andere keer meedoen? Kijk dan of er nog een datum is.
}
letter-withdrawn-action-guest = Vragen? Neem dan contact op met { $organisation }.

letter-guest-invited-subject = Uitnodiging: { $workshop }
letter-guest-invited-lead = { $organisation } nodigt je uit voor { $workshop }.
letter-guest-invited-place = Er is een plek voor jou. In een aparte mail staat de afspraak voor je agenda.
letter-guest-invited-waiting = De datum is nu vol. Je staat op plek { $position } van de wachtlijst.
letter-guest-invited-draw = De plekken worden geloot op { $moment }. Je doet mee.
letter-guest-invited-action = Op de pagina van je uitnodiging zie je alles over je datum en kun je je afmelden.
letter-guest-invited-link = De knop logt je in. Hij is alleen voor jou en werkt één keer, tot de workshop voorbij is. Stuur deze mail dus niet door. Later log je in met je e-mailadres.
letter-button-guest = Bekijk je uitnodiging
letter-button-places = Bekijk je plekken

letter-reminder-subject = Tot { $date }: { $workshop }
letter-reminder-lead = Binnenkort doe je mee met { $workshop }.
letter-reminder-action = Kun je toch niet? Meld je dan vandaag nog af.

letter-trainer-invited-subject = Jij geeft deze workshop: { $workshop }
letter-trainer-invited-lead = Je staat als trainer bij { $workshop }.
letter-trainer-invited-action = Klopt er iets niet? Beantwoord dan deze mail.

letter-trainer-released-subject = Je geeft deze workshop niet: { $workshop }
letter-trainer-released-lead = Je staat niet meer als trainer bij { $workshop }.
letter-trainer-released-action = Klopt er iets niet? Beantwoord dan deze mail.

## Bestanden laden
problem-file-too-large = Dit bestand is te groot. Het mag hoogstens { $most } MB zijn.
problem-file-not-workbook = Dit is geen Excel-werkmap. Kies een bestand dat op .xlsx of .csv eindigt.
problem-file-workbook-damaged = Deze werkmap is beschadigd. Open haar in Excel, bewaar haar opnieuw en kies dat bestand.
problem-file-workbook-closed = Deze werkmap heeft een wachtwoord, of is van een oude Excel (.xls). Bewaar haar zonder wachtwoord als .xlsx.
problem-file-workbook-dense = Een deel van deze werkmap is zo klein ingepakt dat wij haar niet openen. Kopieer de cellen naar een nieuwe werkmap en kies die.
problem-file-workbook-large = Deze werkmap wordt uitgepakt groter dan { $most } MB. Kopieer alleen de regels die je nodig hebt naar een nieuwe werkmap.
problem-file-workbook-texts = Deze werkmap heeft te veel verschillende teksten: hoogstens { $most }. Kopieer alleen de regels die je nodig hebt naar een nieuwe werkmap.
problem-file-workbook-cells = Het eerste blad van deze werkmap heeft te veel gevulde cellen: hoogstens { $most }, in hoogstens 200 kolommen. Verdeel haar over meer bestanden.
problem-file-not-text = Dit bestand is geen tekst en geen werkmap. Kies een bestand dat op .xlsx of .csv eindigt.
problem-file-empty = Dit bestand is leeg. Er hoort een regel met kolomnamen in te staan.
problem-file-column-missing = De kolom “{ $column }” ontbreekt. Voeg haar toe aan de eerste regel.
refusal-import-brake = { $gone } van de { $of } medewerkers zouden verdwijnen. Waarschijnlijk is het bestand niet volledig. Klopt het wel, bevestig het dan.
refusal-import-refused = { $rows ->
    [one] Eén regel kan niet
   *[other] { $rows } regels kunnen niet
} worden overgenomen. Verbeter het bestand, of laad alleen de goede regels.
refusal-import-gone = Dit bestand is al verwerkt of niet meer bewaard. Kies het opnieuw.
refusal-import-taken-over = Iemand anders is verdergegaan met een bestand van deze soort. Kijk bij het inladen hoe ver het is.
refusal-import-runs = Er wordt al een bestand van deze soort verwerkt. Wacht tot dat klaar is.
refusal-import-not-last = Er is later nog een bestand van deze soort verwerkt. Alleen de laatste import kan worden teruggedraaid.
refusal-import-not-undoable = Deze import kan niet (meer) worden teruggedraaid: hij is al teruggedraaid, te lang geleden, of iemand eruit is intussen gewist.
refusal-import-in-use = Deze import kan niet worden teruggedraaid. { $by ->
    [enrolment] { $name } heeft zich ingeschreven.
    [trainer] { $name } geeft een workshop.
    [guest] { $name } is uitgenodigd.
    [role] { $name } heeft een rol gekregen.
    [token] { $name } heeft een sleutel voor de API.
    [sign-in] { $name } heeft ingelogd.
    [interest] Iemand wil horen wanneer er een datum is: { $name }.
    [people] In { $name } werken mensen.
    [head] { $name } heeft een leidinggevende.
    [audience] { $name } staat in een doelgroep.
    [below] Onder { $name } valt een andere afdeling.
    [reorganisation] Voor { $name } staat een verandering gepland.
    [session] Van { $name } is al een datum gepland.
    [prerequisite] { $name } hangt samen met een andere workshop.
   *[changed] { $name } is daarna veranderd.
} { $more ->
    [0] {""}
    [1] Zo is er nog één.
   *[other] Zo zijn er nog { $more }.
}
import-too-many-cells = Er staat meer op deze regel dan er kolommen zijn. Zet tekst met een scheidingsteken tussen aanhalingstekens.
import-no-code = De code ontbreekt.
import-no-name = De naam ontbreekt.
import-no-title = De titel ontbreekt.
import-no-surname = De achternaam ontbreekt.
import-no-number-nor-address = Personeelsnummer en e-mailadres ontbreken allebei. Eén van de twee is nodig.
import-code-merged = De afdeling “{ $code }” is samengevoegd met “{ $into }”. Noem die in het bestand.
import-code-twice = De code { $code } staat ook op regel { $first }. Die regel geldt.
import-number-twice = Het nummer { $number } staat ook op regel { $first }. Die regel geldt.
import-address-twice = Het adres { $address } staat ook op regel { $first }. Die regel geldt.
import-address-in-use = Het adres { $address } is van iemand anders, die het houdt.
import-address-malformed = “{ $address }” is geen e-mailadres.
import-department-unknown = De afdeling “{ $department }” is niet bekend, of er zijn er meer met die naam.
import-department-empty = Er staat geen afdeling. De plek van deze persoon blijft zoals die was.
import-date-impossible = “{ $date }” is geen datum die bestaat. Schrijf dd-mm-jjjj of jjjj-mm-dd.
import-dates-reversed = De datum uit dienst ligt vóór de datum in dienst.
import-manager-unknown = De leidinggevende “{ $manager }” is niet bekend. Deze persoon heeft nu geen leidinggevende.
import-has-left = Deze persoon is uit dienst. Dit bestand heeft geen kolom “datum uit dienst”, dus dat blijft zo.
import-keeps-you = Jij ({ $name }) blijft en houdt toegang, want een bestand sluit nooit buiten wie het verwerkt. Ga je echt weg? Laat dan een andere beheerder dit bestand verwerken.
import-keeps-administrator = { $names } blijft en houdt toegang, want anders kan er geen beheerder meer inloggen. Klopt het bestand? Maak dan eerst iemand anders beheerder.
import-keeps-administrators = Deze beheerders blijven en houden toegang, want anders kan er geen beheerder meer inloggen: { $names }. Klopt het bestand? Maak dan eerst iemand anders beheerder.
import-last-administrator-leaves = Na { $day } kan er geen beheerder meer inloggen. Maak voor die tijd iemand anders beheerder.
import-parent-unknown = De bovenliggende afdeling “{ $parent }” is niet bekend.
import-parent-circle = De afdeling hangt via “{ $parent }” onder zichzelf.
import-kind-unknown = “{ $kind }” is geen soort. Kies organisatie, domein, afdeling of team.
import-value-unknown = “{ $value }” is geen kernwaarde.
import-form-unknown = “{ $form }” is geen vorm. Kies op locatie, online of hybride.
import-offering-unknown = “{ $offering }” is geen aanbod. Kies vrij of gericht.
import-language-unknown = “{ $language }” is geen taal waarin wij workshops geven.
import-cover-unknown = “{ $cover }” is geen plaatje. Kies gesprek, brief, pad, tafel, scherm of groei.
import-number-malformed = “{ $value }” is geen geheel getal.
import-field-wrong = De waarde van “{ $field }” kan niet.


## Signing in
layout-account = Mijn gegevens
sign-in-title = Inloggen
sign-in-lead = Je hebt geen wachtwoord nodig. We mailen je een link.
sign-in-email = Je e-mailadres
sign-in-email-hint = Gebruik het adres van je werk.
sign-in-send = Mail mij een link
sign-in-next = De link werkt één keer en een kwartier lang.
sign-in-sent-title = Kijk in je mail
sign-in-sent-lead = Kennen we je adres? Dan staat er binnen een minuut een mail voor je klaar. Klik op de link in die mail.
sign-in-sent-help = Geen mail gekregen? Kijk bij de ongewenste mail, en controleer of je het adres van je werk hebt gebruikt.
sign-in-again = Vraag een nieuwe link aan
sign-in-link-title = Je bent er bijna
sign-in-link-lead = Druk op de knop om in te loggen.
sign-in-link-gone-title = Deze link werkt niet meer
sign-in-password-title = Inloggen met een wachtwoord
sign-in-password-lead = Dit is alleen voor de beheerder, als de mail niet werkt. Je blijft acht uur ingelogd.
sign-in-password = Wachtwoord
persona-title = Kies wie je wilt zijn
persona-choose = Kies
persona-as = { $name }
persona-employee = Medewerker
persona-trainer = Trainer
persona-guest = Gast van buiten
persona-head = Leidinggevende
persona-hr = Programmaleider (HR)
persona-administrator = Beheerder
set-up-title = Richt Olievlek in
set-up-lead = Jij wordt de eerste beheerder. Daarna kun je mensen en workshops inlezen.
set-up-name = Je naam
set-up-password-hint = Minstens 12 tekens. Je gebruikt het alleen als de mail niet werkt, op de pagina /sign-in/password.
set-up-button = Word beheerder
set-up-next = Je bent daarna meteen ingelogd. Deze link werkt dan niet meer.
set-up-gone-title = Deze link werkt niet meer
set-up-gone-lead = Er is al een beheerder, of de link is te oud. Start de dienst opnieuw voor een nieuwe link, of log in.
sign-out-done = Je bent uitgelogd.
sign-out-done-everywhere = Je bent overal uitgelogd.

## My account
account-title = Mijn gegevens
account-facts = Wat we van je weten
account-wrong = Klopt er iets niet? Meld het bij personeelszaken: daar komen deze gegevens vandaan.
account-browsers = Waar je bent ingelogd
account-browser-since = Ingelogd op { $moment }
account-browser-seen = Laatst gebruikt op { $moment }
account-browser-here = Deze browser
account-browser-ended = Die browser is uitgelogd.
account-language = Taal
account-language-legend = In welke taal lees je het liefst?
account-language-save = Bewaar de taal
account-language-next = Ook je mails krijg je in deze taal.
account-language-kept = Je taal is bewaard.
account-roles = Wat je mag

## People
people-title = Mensen
people-count = { $count ->
    [10001] Meer dan 10.000 mensen
    [10002] Heel veel mensen
    [0] Niemand
    [one] 1 persoon
   *[other] { $count } mensen
}
people-search = Naam, nummer of e-mailadres
people-all-departments = Alle afdelingen
people-all-roles = Alle rollen
people-also-gone = Ook wie hier niet (meer) werkt
people-find = Zoek
people-none = Niemand gevonden. Zoek met minder woorden, of in alle afdelingen en rollen.
people-show-all = Toon iedereen
person-facts = Gegevens
person-email = E-mailadres
person-no-email = Geen adres bekend
person-job = Functie
person-department = Afdeling
person-number = Personeelsnummer
person-from = In dienst sinds
person-until = In dienst tot en met
person-gone = Werkt hier niet
person-no-roles = Geen andere rol dan medewerker.
person-no-roles-outside = Ziet alleen de eigen data: als gast, deelnemer of trainer.
person-agency = Organisatie
person-outside = Van buiten
person-until-outside = Kan inloggen tot en met
people-outside = Alleen mensen van buiten
external-new-title = Iemand van buiten toevoegen
external-edit-title = { $name } wijzigen
external-add = Iemand van buiten toevoegen
external-edit = Wijzigen
external-name = Naam
external-email = E-mailadres
external-email-hint = Hiermee logt deze persoon in.
external-agency = Organisatie
external-agency-hint = Bijvoorbeeld het trainingsbureau. Wie van een bureau komt, kun je als trainer kiezen.
external-until = Laatste dag
external-until-hint = Daarna kan deze persoon niet meer inloggen en vervallen plekken op latere data. Leeg: nog niet bekend.
external-save = Toevoegen
external-change = Opslaan
external-save-next = Deze persoon krijgt nu geen mail, en ziet straks alleen de data waar die zelf bij hoort. Het personeelsbestand verandert hier niets aan.
external-change-next = Met een ander e-mailadres wordt deze persoon overal uitgelogd.
external-said-added = { $name } is toegevoegd.
external-said-changed = De gegevens zijn opgeslagen.
external-said-still-gives = { $count ->
    [one] De gegevens zijn opgeslagen. Let op: deze persoon geeft na de laatste dag nog 1 datum. Kies daarvoor een andere trainer.
   *[other] De gegevens zijn opgeslagen. Let op: deze persoon geeft na de laatste dag nog { $count } data. Kies daarvoor een andere trainer.
}
problem-address-taken = Dit adres is al van { $name }.
problem-is-a-colleague = Dit is iemand van de eigen organisatie. Schrijf die in bij de datum zelf.

## Roles
roles-title = Rollen
roles-lead = Iedereen is medewerker. Hier staat wie er meer mag, van wie en sinds wanneer.
roles-find-person = Zoek iemand om een rol te geven
role-trainer = Trainer
role-facilitator = Gespreksbegeleider
role-department-head = Leidinggevende
role-editor = Redacteur
role-quality-officer = Kwaliteitsmedewerker
role-programme-manager = Programmaleider
role-administrator = Beheerder
role-may-trainer = Geeft workshops en ziet de deelnemers daarvan.
role-may-facilitator = Begeleidt gesprekken over de kernwaarden.
role-may-department-head = Ziet de mensen van de eigen afdeling en alles daaronder.
role-may-editor = Schrijft de Dienstverleningskrant.
role-may-quality-officer = Houdt de beloften en metingen bij.
role-may-programme-manager = Plant workshops, schrijft mensen in en ziet iedereen.
role-may-administrator = Mag alles wat de programmaleider mag, leest bestanden in en geeft rollen.
role-by-import = Uit het personeelsbestand, { $date }
role-by-person = Gegeven door { $name }, { $date }
role-by-operator = Gegeven bij het inrichten, { $date }
role-by-somebody = Gegeven op { $date }
role-label = Rol
role-choose = Kies een rol
role-department-hint = Alleen voor een leidinggevende.
role-no-department = Geen afdeling
role-grant-title = Geef een rol
role-grant = Geef deze rol
role-grant-next = { $name } mag dit meteen. We bewaren dat jij de rol gaf, en wanneer.
role-granted = De rol is gegeven.
role-revoke = Neem de rol af
role-revoked = De rol is afgenomen.

## Departments
departments-title = Afdelingen
departments-count = { $count ->
    [0] Nog geen afdelingen
    [one] 1 afdeling
   *[other] { $count } afdelingen
}
departments-none = Er zijn nog geen afdelingen. De beheerder leest ze in uit een bestand.
department-name = Naam
department-kind = Soort
department-code = Code
department-organisation = Organisatie
department-domain = Domein
department-department = Afdeling
department-team = Team

## Pages of text
accessibility-title = Toegankelijkheid
accessibility-lead = Iedereen moet Olievlek kunnen gebruiken.
accessibility-1-title = Waar we ons aan houden
accessibility-1 = We volgen WCAG 2.2 op niveau AA. We testen elke pagina automatisch, op een telefoon en op een groot scherm.
accessibility-2-title = Wat werkt
accessibility-2 = Alles werkt met alleen het toetsenbord, zonder JavaScript, met grote letters en met een schermlezer.
accessibility-3-title = Wat we nog niet weten
accessibility-3 = Een onafhankelijk onderzoek is er nog niet geweest. { $organisation } legt de uitkomst vast in een eigen verklaring.
accessibility-4-title = Werkt er iets niet voor jou?
accessibility-4 = Mail ons. Vertel welke pagina het is en wat je wilde doen. We helpen je ook op een andere manier.
privacy-title = Privacy
privacy-lead = Wat Olievlek van je bewaart, en waarom.
privacy-1-title = Wat we bewaren
privacy-1 = Je naam, e-mailadres, functie en afdeling, uit het personeelsbestand van { $organisation }. En voor welke workshops je je hebt ingeschreven, en de bewijzen van deelname die je kreeg.
privacy-2-title = Wie het ziet
privacy-2 = Jij. De trainer en de programmaleider zien je bij een workshop waar je aan meedoet. Je leidinggevende ziet de mensen van de eigen afdeling. De beheerder ziet alle mensen. Wie het nummer van een bewijs heeft, ziet je voorletters, je achternaam en de workshop.
privacy-3-title = Cookies
privacy-3 = We gebruiken drie cookies: één om je ingelogd te houden, één voor een bericht op de volgende pagina, één voor je taal. We volgen je niet en sturen niets naar anderen.
privacy-4-title = Je rechten
privacy-4 = Op de pagina Mijn gegevens zie je wat we weten, en wie het zag. Wil je iets laten verbeteren of wissen? Mail ons.
source-title = Broncode
source-lead = Olievlek is vrije software.
source-1-title = De licentie
source-1 = Je mag Olievlek gebruiken, bekijken, veranderen en doorgeven onder de EUPL 1.2.
source-2-title = Waar de code is
source-2 = { $organisation } geeft je de broncode van precies deze versie als je daarom vraagt.
source-3-title = Werk van anderen
source-3 = Letters: Source Sans 3 (OFL). Symbolen: Lucide (ISC). Kleine verversingen van de pagina: htmx (0BSD).
source-4-title = Meehelpen
source-4 = Heb je een fout gevonden of een idee? Mail ons.

## Too many tries
refusal-too-many = Probeer het over { $seconds ->
    [one] 1 seconde
   *[other] { $seconds } seconden
} opnieuw.

## Wat een regel niet toelaat: leren
refusal-enrolment-closed = Inschrijven kan niet meer. Kies een andere datum.
refusal-enrolment-not-open = Inschrijven kan vanaf { $moment }.
refusal-session-called-off = Deze datum gaat niet door. Kies een andere datum.
refusal-already-enrolled = Deze persoon staat al op de lijst van deze datum.
refusal-already-in-workshop = Deze persoon heeft al een plaats in deze workshop, op { $moment }. Geef die plaats eerst terug.
refusal-overlaps = Op dat moment is er al een plaats in “{ $title }”, op { $moment }. Geef die plaats eerst terug, of kies een andere datum.
refusal-overlaps-training = Op dat moment geeft deze persoon zelf “{ $title }”, op { $moment }. Kies een andere datum.
refusal-not-in-audience = Deze workshop is bedoeld voor: { $audience }.
refusal-not-employed = Deze persoon werkt hier niet op de laatste dag. Kies een eerdere datum.
refusal-session-full = Er zijn geen plaatsen. Kies een andere datum.
refusal-offer-lapsed = De plaats is niet op tijd aangenomen en is naar de volgende gegaan.
refusal-not-possible-now = Dit kan niet (meer): de inschrijving is intussen veranderd. Kijk hoe die er nu voor staat.
refusal-session-started = De workshop is al begonnen. Neem contact op met de organisator.
refusal-register-not-open = Presentie noteren kan vanaf { $moment }.
refusal-register-closed = De presentie is gesloten. Open de pagina opnieuw: verbeteren kan met een reden.
refusal-meeting-not-begun = De presentie sluiten kan vanaf het begin, { $moment }.
refusal-idempotency-key-reused = Onder deze sleutel is al iets anders gestuurd. Neem een nieuwe sleutel.
refusal-not-published = Deze workshop staat niet in het aanbod. Zet die er eerst in.
problem-unknown = Die is hier niet bekend. Kies een andere.
problem-negative = Vul 0 of meer in.
problem-above-capacity = Het minimum is hoger dan het aantal plaatsen. Maak het lager.
problem-above-maximum = Het minimum is hoger dan het maximum. Maak het lager.
problem-end-before-start = Een bijeenkomst eindigt voordat die begint. Verander het begin of het einde.
problem-meetings-none = Geef ten minste één bijeenkomst.
problem-meetings-overlap = Twee bijeenkomsten zijn tegelijk. Verander een van beide.
problem-closes-before-opens = De inschrijving sluit voordat die opent. Verander een van beide.
problem-after-start = Kies een moment vóór de eerste bijeenkomst.
problem-link-https = Een link begint met https://.
problem-reason-late = De termijn om vrij af te zeggen is voorbij. Vertel waarom het niet lukt.
problem-audience-unknown = “{ $parts }” is geen afdeling en geen functie.
problem-duration = Vul 1 tot 1440 minuten in.
problem-parts = Vul 1 tot 20 bijeenkomsten in.

## De API
api-about = De verbindingen van Olievlek voor andere programma’s: aanbod, data, plaatsen en mensen. Een token met scopes hoort in de header Authorization; de operator maakt het.
api-title = De API
api-lead = Wat andere programma’s van Olievlek kunnen vragen.
api-address = Adres
api-version = Versie
api-document = Document
api-problems = Wat misgaat, komt terug als application/problem+json met een vaste code. Een lijst geeft hooguit 200 regels tegelijk; met “next” vraag je de volgende.
api-operations = Wat kan
api-scopes = Scope
api-open = Voor iedereen, zonder token
api-sent = Meesturen
api-given = Terugkrijgen
api-parameters = In het adres en de headers
api-shapes = Hoe het eruitziet
api-member = Naam
api-kind = Soort
api-meaning = Betekenis
api-required = (verplicht)
api-list-workshops = Het aanbod, op titel
api-show-workshop = Eén workshop
api-list-sessions = Data, op volgorde van begin
api-plan-session = Een datum plannen
api-show-session = Eén datum met zijn plaatsen
api-move-session = Bijeenkomsten verzetten, toevoegen en laten vervallen; wie het raakt, krijgt één mail
api-call-off = Een datum niet laten doorgaan; iedereen hoort het en gaat voor bij een andere datum
api-go-ahead = Besluiten dat een datum doorgaat, met hoeveel mensen dan ook
api-send-message = Een bericht mailen aan de mensen van een datum
api-list-enrolments = Alle inschrijvingen die ooit voor een datum zijn gedaan, op volgorde
api-enrol = Een plaats nemen, of op de wachtlijst komen als het vol is
api-enrol-many = Veel mensen tegelijk inschrijven, met een uitslag voor elk
api-show-enrolment = Eén inschrijving
api-withdraw = Een plaats teruggeven, een aanbod afslaan of van de wachtlijst gaan
api-swap = Naar een andere datum gaan en de oude plaats houden tot de nieuwe zeker is
api-accept = De aangeboden plaats aannemen
api-show-attendance = Wie er bij een bijeenkomst was
api-mark-attendance = Presentie noteren, vanaf een kwartier voor het begin, en na het sluiten verbeteren met een reden
api-close-register = De presentie van een bijeenkomst sluiten; wie geen aantekening heeft, wordt afwezig
api-list-certificates = De bewijzen van deelname van wie bij de sleutel hoort, het laatste eerst
api-show-certificate = Eén bewijs van deelname van wie bij de sleutel hoort
api-list-people = Mensen op achternaam, ook wie weg is
api-list-departments = Alle afdelingen, op naam
api-find-due = De laatste dag om te antwoorden op wat op een moment binnenkwam
api-list-holidays = De gesloten dagen van een jaar
api-show-document = Dit document
api-problem-token-missing = Stuur een token mee: Authorization: Bearer …
api-problem-token-unknown = Dit token is niet bekend, verlopen of ingetrokken. Vraag de operator om een nieuw token.
api-problem-scope-missing = Dit token mag dit niet. Nodig is een van deze scopes: { $scope }.
api-problem-forbidden = De persoon van dit token mag dit niet.
api-problem-not-found = Dit bestaat niet, of niet voor dit token.
api-problem-method-not-allowed = Dat kan hier niet; de header Allow noemt wat wel kan.
api-problem-invalid = Verbeter wat niet klopt en stuur het opnieuw.
api-problem-no-json = Dit is geen leesbaar JSON-object: { $text }
api-problem-not-json = Stuur JSON, met Content-Type: application/json.
api-problem-too-slow = De inhoud kwam niet op tijd aan. Stuur het opnieuw.
api-problem-too-large = Dit is te groot; er past 1 MiB in.
api-problem-unavailable = De database is even niet bereikbaar of te druk. Stuur het straks opnieuw.
api-problem-broken = Er ging bij ons iets mis. Noem het nummer in de header X-Request-Id als je erover belt.
problem-unreadable = Dit is niet te lezen als wat hier hoort te staan. Kijk in het document van de API.
problem-text = Gebruik ten hoogste { $max } tekens, en geen stuurtekens.
problem-idempotency-key = Een sleutel heeft 1 tot { $max } tekens.
problem-working-days = Vraag ten hoogste { $max } werkdagen.
problem-year = De kalender loopt van { $first } tot en met { $last }.
## The first page of who is signed in
home-dates = Binnenkort
home-work-here = Werk je hier?
home-sign-in-first = Log in om een plek te nemen.
home-hello = Dag { $name }
home-lead-offer = Er is een plek voor je vrijgekomen. Neem je hem?
home-lead-next = Dit staat voor je klaar.
home-lead-none = Er staat nog niets voor je klaar. Kies iets wat je verder helpt.
home-lead-outside = Hier staan straks de data waarvoor je bent uitgenodigd.
home-lead-unstaffed = Olievlek is ingericht. Laad nu wie hier werkt: daarna kunnen zij inloggen en een plek nemen.
home-unstaffed = Er zijn nog geen medewerkers en afdelingen geladen
home-unstaffed-load = Laad de lijst van medewerkers
home-nothing = Je hebt nog geen workshop
home-next-open = Bekijk je plek
home-free = Hier is nog plek
home-catalogue = Bekijk alle workshops
home-next-gives = Deze workshop geef je als eerste.
home-registers = { $count ->
    [one] 1 presentie om te sluiten
   *[other] { $count } presenties om te sluiten
}
home-registers-lead = Kijk of iedereen genoteerd is en sluit de presentie. Dan staat vast wie de workshop heeft gevolgd.
home-gives = Workshops die jij geeft
home-attention = Deze data vragen je aandacht
home-attention-see = Bekijk ze
home-attention-lead = Er zijn te weinig inschrijvingen, of er staan mensen op de wachtlijst.
home-department = Hier doen jouw mensen mee
home-people = { $count ->
    [one] 1 van jouw mensen
   *[other] { $count } van jouw mensen
}
home-today = Vandaag geef je
home-register = Open de presentie
home-expected = { $count ->
    [0] Nog niemand ingeschreven.
    [one] 1 deelnemer.
   *[other] { $count } deelnemers.
}
home-needs = { $count ->
    [one] Iemand heeft iets nodig: kijk bij de deelnemers.
   *[other] { $count } mensen hebben iets nodig: kijk bij de deelnemers.
}
home-overdue = { $count ->
    [one] 1 van jouw mensen is te laat met een training.
   *[other] { $count } van jouw mensen zijn te laat met een training.
}
home-overdue-none = Niemand van jouw mensen is te laat met een training.
home-soon = { $count ->
    [one] 1 persoon moet binnen 30 dagen klaar zijn.
   *[other] { $count } mensen moeten binnen 30 dagen klaar zijn.
}
home-overview = Bekijk je afdeling
home-programme = Bekijk het overzicht van het programma
home-certificates = Bekijk al je bewijzen
home-desk = Wat je verder kunt doen
home-letters-failed = { $count ->
    [one] 1 mail kwam niet aan.
   *[other] { $count } mails kwamen niet aan.
} Kijk bij de verstuurde mails wat er misging.

## Workshops
workshop-list-title = Workshops
workshop-list-lead = Kies een workshop en neem een plek. Je leidinggevende hoeft niets te doen.
workshop-view = Wat je ziet
workshop-view-workshops = Workshops
workshop-view-dates = Data
workshop-view-others = Bekijk andere workshops
workshop-view-dates-all = Bekijk alle data
workshop-search = Zoek op een woord
workshop-search-button = Zoeken
workshop-form = Vorm
workshop-form-any = Elke vorm
workshop-form-on-site = Op locatie
workshop-form-online = Online
workshop-form-hybrid = Op locatie of online
workshop-month = Maand
workshop-month-any = Elke maand
workshop-values = Kernwaarde
workshop-values-all = Alle kernwaarden
workshop-free = Met vrije plekken
workshop-found = { $count ->
    [0] Geen workshops
    [one] 1 workshop
   *[other] { $count } workshops
}
workshop-dates-found = { $count ->
    [0] Geen data
    [one] 1 datum
   *[other] { $count } data
}
workshop-clear = Wis de filters
workshop-none-found = Niets past bij je filters. Wis ze, of zoek op een ander woord.
workshop-none = Er zijn nog geen workshops. De programmaleider zet ze hier neer.
workshop-no-dates = Er zijn nog geen data. Bekijk alvast de workshops.
workshop-length = { $hours } uur{ $parts ->
    [one] {""}
   *[other] , in { $parts } bijeenkomsten
}
workshop-length-minutes = { $minutes } minuten{ $parts ->
    [one] {""}
   *[other] , in { $parts } bijeenkomsten
}
workshop-choose-date = Kies een datum
workshop-what-next = Neem je een plek? Dan krijg je een mail en een afspraak voor je agenda. De trainer ziet je naam.
workshop-no-date-yet = Deze workshop heeft nog geen datum. Kijk later nog eens, of kies een andere.
workshop-retired = Deze workshop wordt niet meer gegeven.
workshop-about = Waar het over gaat
workshop-goals = Na afloop
workshop-facts = In het kort
workshop-duration = Duur
workshop-everyone = iedereen
workshop-audience = Voor wie

## One date
session-badge-called-off = Gaat niet door
session-badge-planned = Nog niet open
session-badge-full = Wachtlijst
session-online = Online
session-or-online = of online
session-place-later = De plaats hoor je nog
session-link = Doe online mee
session-meetings = { $count } bijeenkomsten
session-given-by = Door { $names }
session-take = Neem een plek
session-take-about = op { $moment }
session-to-queue = Naar de wachtlijst
session-join-queue = Zet mij op de wachtlijst
session-to-draw = Naar de loting
session-join-draw = Doe mee aan de loting
session-place-draw = De plekken worden geloot
session-draw = Loting
session-draw-chance = Iedereen die zich voor { $moment } meldt, maakt evenveel kans. Het maakt niet uit wie het eerst is.
session-draw-after = Na de loting krijg je een mail. Je hebt dan een plek, of een plaats op de wachtlijst.
session-draw-leave = Tot die tijd kun je zonder reden weer afzeggen.
session-first = Bekijk die workshop
session-mine = Bekijk je plek
session-other = Bekijk die datum
session-other-dates = Bekijk andere data
session-workshop = Alles over deze workshop
session-more = Lees meer over deze workshop
workshop-first = Volg eerst:
interest-title = Past er geen datum?
interest-no = We mailen je zodra er een nieuwe datum is. Je krijgt daarmee nog geen plek.
interest-yes = We laten het je weten als er een datum komt.
interest-start = Laat het me weten als er een datum komt
interest-stop = Niet meer laten weten
interest-said = We mailen je als er een nieuwe datum is.
interest-said-no = We mailen je niet meer over nieuwe data van deze workshop.
session-place-take = Er is plek
session-place-queue = Deze datum is vol
session-place-mine = Jij en deze datum
session-place-no = Hier kun je geen plek nemen
session-refused = Het is niet gelukt
session-you-train = Jij geeft deze workshop.
session-take-next = Je krijgt een mail en een afspraak voor je agenda. De trainer ziet je naam.
session-take-until = Afmelden kan zonder reden tot { $until }.
session-take-late = Meld je je daarna nog af, dan vragen we je waarom.
session-queue-waiting = { $waiting ->
    [0] Er wacht nog niemand.
    [one] Er wacht al 1 collega.
   *[other] Er wachten al { $waiting } collega’s.
}
session-queue-next = Komt er een plek vrij, dan krijgt de eerste in de rij een mail om hem te nemen. Dat gaat zo tot { $until }. Daarna plaatsen we direct.
session-queue-direct = Het begint al bijna. Komt er nog een plek vrij, dan plaatsen we meteen de eerste in de rij die hieronder een vinkje zette.
session-short-notice = Plaats mij ook op het laatste moment
session-short-notice-hint = Je hoeft dan niets te bevestigen. Je krijgt meteen een mail met de plek.
need-title = Heb je iets nodig om mee te doen?
need-who = Alleen de trainers van deze datum lezen dit. Twee weken na afloop wissen we het.
need-access = Toegang en hulp
need-access-hint = Bijvoorbeeld een rolstoelplek of een ringleiding.
need-diet = Eten en drinken
need-diet-hint = Bijvoorbeeld vegetarisch, of geen noten.
need-save = Bewaar wat ik nodig heb
need-save-next = De trainers zien het in hun lijst. Je kunt het altijd weer veranderen of leegmaken.
need-said = We hebben bewaard wat je nodig hebt.
need-said-none = We bewaren niets meer over wat je nodig hebt.
need-access-told = Nodig: { $text }
need-diet-told = Eten: { $text }
need-column = Nodig
session-when = { $count ->
    [one] Wanneer en waar
   *[other] Wanneer en waar: { $count } bijeenkomsten
}
session-facts = In het kort
session-trainers = { $count ->
    [one] Trainer
   *[other] Trainers
}
session-opens = Inschrijven vanaf
session-closes = Inschrijven tot
session-withdraw = Afmelden
session-until = zonder reden tot { $moment }
session-with-reason = met een reden

## Why there is no place for you
place-no-closed = Inschrijven kan niet meer voor deze datum.
place-no-not-open = Inschrijven kan vanaf { $moment }.
place-no-called-off = Deze datum gaat niet door.
place-no-already = Je staat al op de lijst van deze datum.
place-no-elsewhere = Je hebt al een plek bij deze workshop, op { $moment }. Wil je ruilen? Kies dan bij die plek een andere datum.
place-no-overlap = Je bent dan al bij “{ $title }”, op { $moment }.
place-no-training = Je geeft dan zelf “{ $title }”, op { $moment }.
place-no-audience = Deze workshop is voor: { $audience }.
place-no-employed = Op deze datum werk je hier niet (meer). Kies een andere datum.
place-no-needs-first = Volg eerst de workshop “{ $title }”.
place-no-team-away = Van { $team } mogen er tegelijk { $limit } weg zijn, en die zijn er al. Kies een andere datum of overleg met je leidinggevende.
place-no-already-followed = Je hebt deze workshop al gevolgd. Je volgt hem één keer.

## My places
place-list-title = Mijn plekken
place-offers = { $count ->
    [one] Er is een plek vrij voor jou
   *[other] Er zijn { $count } plekken vrij voor jou
}
place-coming = Wat eraan komt
place-waiting = Op de wachtlijst of in een loting
place-past = Eerder ({ $count })
place-none-outside = Je hebt nu geen plek. Word je uitgenodigd, dan krijg je een mail.
place-past-none = Je hebt hier nog niets gevolgd. Wat je volgt en waarvoor je je afmeldt, blijft hier per jaar staan.
place-none = Je hebt nog geen plek. Kies een workshop die je verder helpt.
place-choose = Kies een workshop
calendar-title = Agenda en herinneringen
calendar-lead = Zie je workshops in je eigen agenda, en kies wanneer we je herinneren.
calendar-address = Agenda-adres
calendar-address-lead = Met dit adres ziet je agenda steeds waar je een plek hebt en wat je geeft. Wie het adres heeft, kan dat ook zien. Geef het dus niet door.
calendar-fresh = Dit is je adres. Je ziet het alleen nu. Plak het in je agenda, bij “agenda toevoegen via internet”.
calendar-since = Je hebt een adres sinds { $moment }.
calendar-shared = Op een apparaat dat ook anderen gebruiken, maak je geen adres: het zou na het uitloggen blijven werken.
calendar-make = Maak een adres
calendar-make-next = Je ziet het adres één keer. Je kunt het altijd weer laten stoppen.
calendar-renew = Maak een nieuw adres
calendar-renew-next = Met een nieuw adres werkt het oude niet meer.
calendar-end = Laat het adres stoppen
calendar-said-ended = Het adres werkt niet meer.
calendar-reminders = Herinneringen
calendar-reminder = Wanneer herinneren we je?
calendar-reminder-two-days = Twee werkdagen van tevoren
calendar-reminder-day-before-too = Twee werkdagen van tevoren, en de werkdag ervoor nog eens
calendar-reminder-never = Niet
calendar-reminder-save = Bewaar mijn keuze
calendar-reminder-next = Dit geldt ook voor de plekken die je al hebt. Berichten over een wijziging krijg je altijd.
calendar-said-reminder = We hebben je keuze bewaard.
place-badge-confirmed = Je hebt een plek
place-badge-offered = Er is een plek voor je vrij
place-badge-waiting = Je staat op de wachtlijst
place-badge-requested = Je doet mee aan de loting
place-badge-lapsed = Aanbod verlopen
place-badge-withdrawn = Afgemeld
place-badge-declined = Niet genomen
place-mark-confirmed = Plek
place-mark-offered = Aanbod
place-mark-waiting = Wachtlijst
place-mark-requested = Loting
place-mark-past = Geweest
place-mark-unplaced = Geen plek vrijgekomen
place-mark-withdrawn = Afgemeld
place-mark-removed = Afgemeld
place-mark-elsewhere = Andere datum
place-mark-swapped = Geruild
place-mark-lapsed = Aanbod verlopen
place-mark-declined = Niet genomen
place-mark-called-off = Gaat niet door
place-mark-left = Uit dienst
place-state-confirmed = Je hebt een plek
place-state-offered = Er is een plek vrij voor jou
place-state-waiting = Je staat op de wachtlijst
place-state-requested = Je doet mee aan de loting
place-state-past = Deze workshop is geweest
place-state-unplaced = Er kwam geen plek vrij
place-state-withdrawn = Je hebt je afgemeld
place-state-removed = Je bent afgemeld
place-state-elsewhere = Je hebt een plek op een andere datum
place-state-swapped = Je koos een andere datum
place-state-lapsed = Het aanbod is verlopen
place-state-declined = Je hebt de plek niet genomen
place-state-called-off = Deze datum gaat niet door
place-state-left = Je plek is vervallen
place-position = Je bent nummer { $position } in de rij.
place-next-waiting = Komt er een plek vrij en ben jij aan de beurt? Dan krijg je een mail om hem te nemen. Dat kan tot { $until }.
place-short-notice-yes = Komt er daarna nog een plek vrij, dan plaatsen we je direct.
place-short-notice-no = Daarna doe je niet meer mee voor deze datum.
place-next-confirmed = De afspraak voor je agenda zit in de mail die je kreeg.
place-next-requested = Je hoort het zodra er een besluit is.
place-draw = Je doet mee aan de loting op { $moment }.
place-draw-chance = Iedereen die meedoet, maakt evenveel kans. Je krijgt een mail met de uitslag.
place-next-past = Fijn dat je er was.
place-next-unplaced = Probeer het bij een volgende datum.
place-next-withdrawn = Je plek is naar iemand anders gegaan, of is weer vrij.
place-next-removed = Iemand anders heeft dit voor je gedaan. Vragen? Ga naar je leidinggevende.
place-next-elsewhere = Daarom wacht je hier niet meer.
place-next-swapped = Deze plek heb je teruggegeven.
place-next-lapsed = De plek is naar de volgende in de rij gegaan.
place-next-declined = De plek is naar de volgende in de rij gegaan.
place-next-called-off = Kies een andere datum van deze workshop.
place-next-left = Je werkt hier niet meer op deze datum.
place-again = Neem opnieuw een plek
place-session = Alles over deze datum
place-withdraw-title = Kun je toch niet?
place-withdraw-queue = Wil je niet meer wachten?
place-withdraw-next = Afmelden kan zonder reden tot { $until }. De eerste in de rij krijgt dan jouw plek.
place-withdraw-queue-next = Je gaat van de lijst af. Wie na je komt, schuift een plek op.
place-withdraw-button = Geef mijn plek terug
place-leave-queue = Haal mij van de wachtlijst
swap-choose = Kies een andere datum
swap-choose-next = Je houdt deze plek tot je nieuwe plek zeker is.
swap-title = Kies een andere datum
swap-lead = Nu heb je een plek op { $moment }.
swap-keeps = Is er plek, dan ruil je meteen. Is de datum vol, dan wacht je daar. Je houdt je plek van nu tot de nieuwe zeker is.
swap-dates = Welke datum kies je?
swap-free = Nog { $free } plekken vrij. Je ruilt meteen.
swap-free-any = Er is plek. Je ruilt meteen.
swap-free-one = Nog 1 plek vrij. Je ruilt meteen.
swap-full = Vol, met { $waiting } in de rij. Je wacht en houdt zolang je plek van nu.
swap-draw = De plekken worden geloot op { $moment }. Je houdt zolang je plek van nu.
swap-not = Deze data kunnen niet
swap-none = Er is nu geen andere datum die je kunt kiezen.
swap-button = Kies deze datum
swap-next = We mailen je wat er is gebeurd. Je agenda verandert mee.
swap-gives-up = Krijg je hier een plek, dan geef je je plek op { $moment } terug.
swap-gives-up-see = Bekijk die plek
place-said-swapped = Je bent geruild. We mailen je de nieuwe afspraak voor je agenda.
place-said-swap-waiting = Je wacht op deze datum, als nummer { $position }. Je plek op de andere datum houd je tot je hier een plek hebt.
place-reason = Waarom kun je niet?
place-reason-hint = Afmelden zonder reden kon tot { $until }. Eén zin is genoeg.
place-reason-next = De programmaleider leest je reden. De eerste in de rij krijgt jouw plek.
place-said-confirmed = Je hebt een plek. We mailen je de afspraak voor je agenda.
place-said-requested = Je doet mee aan de loting op { $moment }. We mailen je de uitslag.
place-said-waiting = Je staat op de wachtlijst, als nummer { $position }. We mailen je zodra er een plek voor je is.
place-said-accepted = De plek is van jou. We mailen je de afspraak voor je agenda.
place-said-declined = Je hebt de plek niet genomen. De volgende in de rij krijgt hem.
place-said-withdrawn = Je bent afgemeld. Toch meedoen? Maak het dan ongedaan.
place-said-withdrawn-queue = Je bent afgemeld. Er wacht al iemand op een plek. Maak je dit ongedaan, dan kom je op de wachtlijst.
layout-undo = Ongedaan maken
place-said-withdrawn-closed = Je bent afgemeld.

## An offer
offer-free = Er is een plek vrij voor jou.
offer-until = Neem hem vóór { $moment }. Daarna gaat hij naar de volgende in de rij.
offer-accept = Ja, ik neem de plek
offer-decline = Nee, dank je
offer-decline-next = Zeg je nee, dan krijgt de volgende in de rij de plek.

## Behind the counter: sessions and their participants
menu-catalogue = Aanbod beheren
problem-in-past = Deze bijeenkomst is al geweest. Kies een datum die nog komt.
problem-which-of-two = Deze tijd komt die nacht twee keer voor: de klok gaat dan een uur terug. Kies hieronder welke je bedoelt.
problem-not-a-moment = Vul een datum met een tijd in, zoals 3-12-2026 9.30.
problem-unknown-person = Deze persoon kennen we niet. Vul het e-mailadres of het personeelsnummer in.
desk-sessions-title = Data en deelnemers
desk-sessions-own-title = De workshops die jij geeft
desk-sessions-count = { $count ->
    [one] 1 datum
   *[other] { $count } data
}
desk-sessions-caption = Data, de eerste bovenaan
desk-sessions-none = Er staan nog geen data gepland. Plan de eerste.
desk-sessions-none-found = Met deze keuzes vinden we geen data.
desk-sessions-all = Toon alle data die nog komen
desk-sessions-own-none = Je geeft voorlopig geen workshop. Word je trainer van een datum, dan krijg je een mail en zie je die hier.
desk-search = Zoeken
desk-from = Vanaf
desk-until = Tot en met
desk-show = Toon
desk-find = Zoek
desk-next = Verder
desk-save = Opslaan
desk-edit = Wijzigen
desk-all-states = Alles
desk-column-when = Wanneer
desk-column-workshop = Workshop
desk-column-trainers = Trainers
desk-column-taken = Bezet
desk-column-waiting = Wachtlijst
desk-column-state = Stand
desk-column-action = Actie
desk-column-code = Code
desk-column-values = Kernwaarden
desk-column-form = Vorm
desk-taken-of = { $taken } van { $capacity }
desk-no-trainer = Nog geen trainer
desk-sessions-earlier = Data van de laatste drie maanden
desk-session-state-planned = Nog niet open
desk-session-state-open = Open
desk-session-state-called-off = Gaat niet door
desk-session-state-over = Geweest
desk-status-confirmed = Heeft een plek
desk-status-offered = Heeft een aanbod
desk-status-waiting = Wacht
desk-status-requested = Heeft een plek gevraagd
desk-requests = Doen mee aan de loting ({ $count })
desk-draw = Loting op
desk-draw-hint = Tot dan kan iedereen zich melden. Daarna worden de plekken geloot en krijgt iedereen een mail. Leeg: wie het eerst komt, heeft een plek.
desk-draw-fixed = Al geloot op { $moment }
desk-drawn = Zo is geloot
desk-drawn-at = Geloot op { $moment }, onder { $count } mensen.
desk-drawn-how = Narekenen: neem van elke regel de SHA-256 van “zaad:nummer”. Zet de uitkomsten op volgorde, de kleinste eerst. Dat is de rang.
desk-drawn-seed = Zaad
desk-drawn-rank = Rang
desk-drawn-number = Nummer
desk-status-withdrawn = Afgemeld
desk-status-declined = Aanbod niet aangenomen
desk-ending-in-time = Op tijd afgemeld
desk-ending-late = Laat afgemeld
desk-ending-by-head = Door de leidinggevende afgemeld
desk-ending-by-staff = Door de organisatie afgemeld
desk-ending-offer-declined = Wilde de vrije plek niet
desk-ending-offer-lapsed = Antwoordde niet op tijd
desk-ending-left-organisation = Uit dienst
desk-ending-placed-elsewhere = Heeft een plek op een andere datum
desk-ending-swapped = Koos een andere datum
desk-ending-session-called-off = De datum ging niet door
desk-session-new = Datum plannen
desk-session-new-title = Datum plannen
desk-session-edit-title = Datum wijzigen
desk-session-back = Terug naar deze datum
desk-session-choose-lead = Van welke workshop plan je een datum?
desk-session-choose-none = Er staat nog geen workshop in het aanbod. Zet er eerst een in.
desk-workshop = Workshop
desk-session-planned = De datum is gepland.
desk-session-changed = De datum is gewijzigd.
desk-session-new-next = De trainers krijgen een mail met de afspraak. Staat de inschrijving open, dan ziet iedereen deze datum in het aanbod.
desk-session-edit-next = Nieuwe trainers krijgen een mail. Komen er plekken bij, dan schuift de wachtlijst meteen door.
desk-meetings = Bijeenkomsten
desk-meeting-number = Bijeenkomst { $number }
desk-meeting-date = Datum
desk-meeting-start = Begin
desk-meeting-end = Einde
desk-meeting-location = Zaal of adres
desk-meeting-link = Link om online mee te doen
desk-meeting-link-hint = Begint met https://.
desk-meeting-online = Online meedoen
desk-meeting-add = Bijeenkomst toevoegen
desk-meeting-empty = Een bijeenkomst die je leeg laat, telt niet mee.
desk-turn-start = Welke begintijd bedoel je?
desk-turn-end = Welke eindtijd bedoel je?
desk-turn-first = De eerste keer, in de zomertijd
desk-turn-second = De tweede keer, in de wintertijd
desk-trainers = Trainers
desk-trainers-hint = Typ een naam en kies uit de lijst, of vul een e-mailadres of personeelsnummer in.
desk-trainer-number = Trainer { $number }
desk-trainer-add = Trainer toevoegen
desk-seats = Plekken
desk-capacity = Plekken
desk-capacity-hint = Leeg: onbeperkt.
desk-minimum = Minimum
desk-minimum-hint = Leeg: geen minimum.
desk-maximum = Maximum
desk-window = Inschrijven en afmelden
desk-opens = Inschrijving opent
desk-opens-hint = Leeg: meteen.
desk-closes = Inschrijving sluit
desk-closes-hint = Leeg: bij het begin.
desk-withdraw-until = Vrij afmelden tot
desk-withdraw-until-hint = Daarna vragen we een reden. Leeg: tot het begin.
desk-audience = Voor wie
desk-audience-hint = Afdelingen of functies, met een komma ertussen. Leeg: zoals de workshop ({ $audience }).
desk-audience-format = Afdelingen of functies, met een komma ertussen. Leeg: iedereen.
desk-first = Eerst volgen
desk-first-which = Welke workshops volg je eerst?
desk-first-hint = Wie deze niet heeft gevolgd, en ook geen plek heeft op een eerdere datum, kan zich niet inschrijven. Wie al een plek heeft, houdt die.
desk-repeatable = Mag iemand deze workshop nog eens volgen?
desk-repeatable-yes = Ja
desk-repeatable-no = Nee, één keer
desk-repeatable-no-hint = Wie hem heeft gevolgd, kan zich niet opnieuw inschrijven.
desk-audience-not-enforced = Deze namen kennen we niet als afdeling of functie: { $parts }. We tonen de tekst, maar iedereen kan zich inschrijven.
desk-everyone = iedereen
desk-when-open = Wanneer is deze datum te zien?
desk-open-now = Meteen
desk-open-now-hint = De datum staat in het aanbod en mensen kunnen zich inschrijven.
desk-open-later = Later
desk-open-later-hint = Alleen wie plant ziet de datum. Je opent hem als alles rond is.
desk-about = Over deze workshop
desk-about-length = { $minutes ->
    [one] De workshop duurt 1 minuut.
   *[other] De workshop duurt { $minutes } minuten.
}
desk-about-parts = { $parts ->
    [one] Meestal in 1 bijeenkomst.
   *[other] Meestal in { $parts } bijeenkomsten.
}
desk-about-filled = Plekken en minimum zijn alvast ingevuld vanuit de workshop. Je kunt ze hier aanpassen.
desk-facts = Over deze datum
desk-as-seen = Zoals deelnemers hem zien
desk-at-once = Meteen
desk-at-start = Bij het begin
desk-none = Geen
desk-no-limit = Onbeperkt
desk-above-capacity = Er zijn meer plekken bezet ({ $taken }) dan er zijn ({ $capacity }). Niemand verliest een plek; er komt niemand bij.
desk-participants = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
desk-participants-none = Nog niemand heeft een plek.
desk-queue = { $count ->
    [one] Wachtlijst (1 persoon)
   *[other] Wachtlijst ({ $count } mensen)
}
desk-queue-none = Niemand wacht.
desk-ended = { $count ->
    [one] 1 inschrijving die gestopt is
   *[other] { $count } inschrijvingen die gestopt zijn
}
desk-position = Plaats
desk-since = Sinds { $moment }
desk-offer-until = tot { $moment }
desk-overridden = uitzondering: { $reason }
desk-because = reden: { $reason }
desk-enrol = Iemand inschrijven
desk-enrol-search = Naam, personeelsnummer of e-mailadres
desk-enrol-choose = Inschrijven
desk-enrol-more = Er zijn meer mensen gevonden. Typ meer om te kiezen.
desk-enrol-nobody = We vinden niemand met “{ $text }”.
desk-enrol-next = Wie je inschrijft krijgt meteen een mail. Is het vol, dan komt die persoon op de wachtlijst.
desk-already-here = Staat op de lijst
desk-enrolled = { $name } heeft een plek en krijgt een mail.
desk-queued = Het is vol. { $name } staat nu op de wachtlijst en krijgt een mail.
desk-refused-title = Inschrijven kan zo niet
desk-refused-heading = { $name } inschrijven kan zo niet
desk-refused-why = Waarom niet
desk-refused-other = Bekijk de andere datum
desk-refused-firm = Van deze regel kun je niet afwijken. Kies een andere datum of een andere persoon.
desk-override = Ik maak een uitzondering op deze regel
desk-override-hint = De andere regels blijven gelden. Is het vol, dan komt deze persoon op de wachtlijst.
desk-override-reason = Waarom maak je een uitzondering?
desk-override-reason-hint = Bijvoorbeeld: de leidinggevende vroeg erom.
desk-override-enrol = Toch inschrijven
desk-override-next = De persoon krijgt meteen een mail. Wie plant kan je reden lezen.
desk-withdraw = Afmelden
desk-farewell-title = { $name } afmelden
desk-farewell-reason = Waarom meld je deze persoon af?
desk-farewell-reason-hint = Bijvoorbeeld: ziek gemeld bij de leidinggevende.
desk-farewell-next = De persoon krijgt een mail. Komt er een plek vrij, dan schuift de wachtlijst meteen door. Wie plant kan je reden lezen.
desk-farewell-not = Toch niet
desk-withdrawn = { $name } is afgemeld en krijgt een mail.

## Behind the counter: the catalogue
desk-workshops-title = Aanbod beheren
desk-workshops-count = { $count ->
    [one] 1 workshop
   *[other] { $count } workshops
}
desk-workshops-caption = Workshops op titel
desk-workshops-none = Er zijn nog geen workshops. Schrijf de eerste.
desk-workshops-none-found = Met deze keuzes vinden we geen workshops.
desk-workshops-all = Toon alle workshops
desk-workshop-new = Workshop schrijven
desk-workshop-new-title = Workshop schrijven
desk-workshop-new-lead = Je maakt een concept. Pas als je het publiceert, staat het in het aanbod.
desk-workshop-edit-lead = Wat je opslaat is meteen te lezen als de workshop in het aanbod staat.
desk-workshop-new-next = Alleen wie plant ziet het concept.
desk-workshop-edit-next = Data die al gepland zijn houden hun eigen plekken en minimum.
desk-workshop-made = Het concept is opgeslagen.
desk-workshop-changed = De workshop is opgeslagen.
desk-workshop-published = De workshop staat in het aanbod.
desk-workshop-retired = De workshop staat niet meer in het aanbod. Wat geweest is blijft bewaard.
desk-workshop-drafted = De workshop is weer een concept.
desk-workshop-state-draft = Concept
desk-workshop-state-published = In het aanbod
desk-workshop-state-retired = Uit het aanbod
desk-standing = Stand
desk-standing-draft = Alleen wie plant ziet deze workshop.
desk-standing-published = Iedereen ziet deze workshop.
desk-standing-retired = Niemand kan deze workshop nog kiezen.
desk-publish = Zet in het aanbod
desk-retire = Haal uit het aanbod
desk-to-draft = Maak er weer een concept van
desk-plan = Datum plannen
desk-preview = Zo ziet de beschrijving eruit
desk-preview-none = Er is nog geen beschrijving.
desk-code-hint = Kort en uniek, bijvoorbeeld W12.
desk-title = Titel
desk-summary = Samenvatting
desk-summary-hint = Eén of twee zinnen voor in de lijst.
desk-description = Beschrijving
desk-description-hint = Opmaak mag: **vet**, ## een kop, - een opsomming. Na het opslaan zie je hoe het eruitziet.
desk-goals = Leerdoelen
desk-goals-hint = Eén op een regel.
desk-form-on-site = Op locatie
desk-form-online = Online
desk-form-hybrid = Op locatie en online
desk-offering = Voor wie te kiezen
desk-offering-open = Vrij te kiezen
desk-offering-targeted = Gerichte training
desk-duration = Duur in minuten
desk-parts = Aantal bijeenkomsten

## Loading files, the pages
import-page-title = Bestanden inlezen
import-page-lead = Lees medewerkers, afdelingen of workshops in uit een bestand. Je ziet eerst wat er verandert.
import-page-kind = Wat staat er in het bestand?
import-page-kind-departments = Afdelingen
import-page-kind-people = Medewerkers
import-page-kind-workshops = Workshops
import-page-columns-departments = Code, naam, bovenliggende afdeling, soort, kostenplaats
import-page-columns-people = Personeelsnummer, naam, e-mailadres, functie, afdeling, leidinggevende, in en uit dienst
import-page-columns-workshops = Code, titel, kernwaarden, vorm, duur, doelgroep, talen, plaatje
import-page-file = Bestand
import-page-file-hint = Excel (.xlsx) of CSV, hoogstens 10 MB. Van een werkmap lezen wij alleen het eerste blad. De eerste regel noemt de kolommen.
problem-file-none = Kies een bestand.
import-page-look = Bekijk wat er verandert
import-page-next = Er verandert nog niets. Je ziet eerst een overzicht. Een bestand dat je niet verwerkt, verdwijnt na een dag.
import-page-recent = Eerder gekozen
import-page-recent-none = Nog niets.
import-page-applied = Verwerkt
import-page-open = Bekijken
import-page-counts = { $added } nieuw, { $changed } gewijzigd, { $moved } verhuisd, { $left } uit dienst
import-page-counts-short = { $added } nieuw, { $changed } gewijzigd
import-page-done = Het bestand is verwerkt: { $added } nieuw, { $changed } gewijzigd, { $moved } verhuisd, { $left } uit dienst.
import-page-done-short = Het bestand is verwerkt: { $added } nieuw, { $changed } gewijzigd.
import-page-preview-title = Wat er verandert
import-page-preview-lead = { $kind } uit { $file }. Er is nog niets opgeslagen.
import-page-count-added = Nieuw
import-page-count-changed = Gewijzigd
import-page-count-moved = Verhuisd
import-page-count-left = Uit dienst
import-page-count-unchanged = Blijft gelijk
import-page-count-refused = Geweigerd
import-page-added = { $count ->
    [one] 1 nieuwe
   *[other] { $count } nieuwe
}
import-page-changed = { $count } gewijzigd
import-page-moved = { $count } naar een andere afdeling
import-page-left = { $count } uit dienst
import-page-refused = { $count ->
    [one] 1 regel is geweigerd
   *[other] { $count } regels zijn geweigerd
}
import-page-warnings = { $count ->
    [one] 1 regel om na te kijken
   *[other] { $count } regels om na te kijken
}
import-page-changes = Veranderingen
import-page-line = Regel
import-page-key = Code of nummer
import-page-name = Naam
import-page-at-line = Regel { $line }:
import-page-on-line = regel { $line }
import-page-more = { $count ->
    [one] En nog 1.
   *[other] En nog { $count }.
}
import-page-nothing = Dit bestand verandert niets.
import-page-kept = Wie blijft, wat er ook in het bestand staat
import-page-other = Kies een ander bestand
import-page-brake = { $gone } van de { $of } medewerkers zouden uit dienst gaan. Dat is veel. Controleer of het bestand volledig is.
import-page-brake-yes = Het klopt: { $gone } mensen zijn uit dienst
import-page-partial = Verwerk alleen de goede regels
import-page-partial-hint = { $count ->
    [one] 1 geweigerde regel wordt overgeslagen.
   *[other] { $count } geweigerde regels worden overgeslagen.
}
import-page-apply = Verwerk dit bestand
import-page-apply-next = Wie uit dienst is verliest plekken die nog komen, en de wachtlijst schuift door. In het logboek staat dat jij dit deed. Zolang niets ervan afhangt, kun je het terugdraaien.
import-page-apply-next-short = In het logboek staat dat jij dit deed. Zolang niets ervan afhangt, kun je het terugdraaien.
import-column-name = Naam
import-column-parentId = Bovenliggende afdeling
import-column-kind = Soort
import-column-employeeNumber = Personeelsnummer
import-column-email = E-mailadres
import-column-jobTitle = Functie
import-column-managerId = Leidinggevende
import-column-departmentId = Afdeling
import-column-employedFrom = In dienst
import-column-employedUntil = Uit dienst
import-column-blocked = Toegang
import-column-title = Titel
import-column-summary = Samenvatting
import-column-description = Beschrijving
import-column-goals = Leerdoelen
import-column-values = Kernwaarden
import-column-form = Vorm
import-column-durationMinutes = Duur in minuten
import-column-parts = Bijeenkomsten
import-column-minimum = Minimum
import-column-maximum = Maximum
import-column-audience = Doelgroep
import-column-offering = Aanbod
import-page-by = door { $name }
import-page-undone = Teruggedraaid
import-page-undone-at = Teruggedraaid op { $moment }
import-page-undone-done = De import is teruggedraaid. Alles is weer zoals het daarvoor was.
import-page-runs = Wordt verwerkt
import-page-running = We verwerken je bestand
import-page-running-lead = { $kind } uit { $file }.
import-page-progress = { $done } van { $total } regels
import-page-comparing = We vergelijken het bestand met wat er al staat …
import-page-running-next = Deze pagina ververst zichzelf. Je kunt haar sluiten: het verwerken gaat door.
import-page-refresh = Ververs nu
import-page-rest = Een bestand van deze soort is eerder onderbroken. Aan de regels verandert niets meer, maar misschien moet nog verwerkt worden wie uit dienst gaat en wie leidinggeeft.
import-page-halfway = Het verwerken is onderbroken. { $done } van { $total } regels zijn opgeslagen. Verwerk het bestand opnieuw om de rest te doen.
import-page-applied-lead = { $kind }, verwerkt op { $moment }.
import-page-undo = Terugdraaien
import-page-undo-removed = { $count ->
    [0] Er verdwijnt niets: dit bestand voegde niets toe.
    [one] Wat dit bestand toevoegde (1), verdwijnt.
   *[other] Wat dit bestand toevoegde ({ $count }), verdwijnt.
}
import-page-undo-restored = { $count ->
    [0] Er wordt niets hersteld: dit bestand wijzigde niets.
    [one] Wat het wijzigde (1), wordt weer zoals het was.
   *[other] Wat het wijzigde ({ $count }), wordt weer zoals het was.
}
import-page-undo-lost = { $count ->
    [one] Eén plek die iemand door dit bestand verloor, komt niet terug. Schrijf die persoon zo nodig opnieuw in.
   *[other] { $count } plekken die mensen door dit bestand verloren, komen niet terug. Schrijf die mensen zo nodig opnieuw in.
}
import-page-undo-next = Dit gebeurt in één keer, of helemaal niet. In het logboek staat dat jij dit deed. Er gaat geen mail uit.
import-page-undo-do = Draai deze import terug
import-column-languages = Talen
import-column-cover = Plaatje
import-page-old = Was:
import-page-new = Wordt:
import-page-empty = leeg
import-page-otherwise = is veranderd
import-choice-staff = Medewerker
import-choice-external = Van buiten de organisatie
import-choice-allowed = Mag inloggen
import-choice-blocked = Mag niet inloggen
import-choice-organisation = { department-organisation }
import-choice-domain = { department-domain }
import-choice-department = { department-department }
import-choice-team = { department-team }
import-choice-verbinding = { value-verbinding }
import-choice-vakmanschap = { value-vakmanschap }
import-choice-vertrouwen = { value-vertrouwen }
import-choice-vernieuwing = { value-vernieuwing }
import-choice-on-site = { workshop-form-on-site }
import-choice-online = { workshop-form-online }
import-choice-hybrid = { workshop-form-hybrid }
import-choice-open = { desk-offering-open }
import-choice-conversation = { desk-cover-conversation }
import-choice-letter = { desk-cover-letter }
import-choice-path = { desk-cover-path }
import-choice-table = { desk-cover-table }
import-choice-window = { desk-cover-window }
import-choice-growth = { desk-cover-growth }
import-choice-nl = { workshop-language-nl }
import-choice-en = { workshop-language-en }
import-choice-de = { workshop-language-de }
import-choice-fr = { workshop-language-fr }
import-choice-pl = { workshop-language-pl }
import-choice-tr = { workshop-language-tr }
import-choice-ar = { workshop-language-ar }
import-choice-uk = { workshop-language-uk }
import-choice-targeted = { desk-offering-targeted }

## What was mailed
letters-title = Verstuurde mails
letters-lead = { $count ->
    [0] Er is de laatste dertig dagen niets verstuurd.
    [one] 1 mail in de laatste dertig dagen.
   *[other] { $count } mails in de laatste dertig dagen.
}
letters-sent = Verstuurd
letters-none = Er is nog geen mail verstuurd. Wie een plek krijgt of wil inloggen, krijgt een mail; je ziet hem dan hier.
letters-to = Aan { $address }
letters-sent-to = Aan { $address }, { $moment }
letters-waiting = { $count ->
    [one] 1 mail wacht
   *[other] { $count } mails wachten
}
letters-waiting-badge = Wacht
letters-waiting-first = Gevraagd op { $moment }
letters-waiting-again = { $attempts ->
    [one] 1 keer geprobeerd, opnieuw op { $moment }
   *[other] { $attempts } keer geprobeerd, opnieuw op { $moment }
}
letters-failed = { $count ->
    [one] 1 mail kwam niet aan
   *[other] { $count } mails kwamen niet aan
}
letters-failed-badge = Mislukt
letters-failed-since = { $attempts ->
    [one] Opgegeven op { $moment }, na 1 poging
   *[other] Opgegeven op { $moment }, na { $attempts } pogingen
}
letters-retry = Probeer opnieuw
letters-retried = De mail wordt opnieuw verstuurd.
letters-links = Open wat in deze mail staat
letters-as-left = Zoals hij aankwam
letters-frame = De mail “{ $subject }”
letters-text = Als platte tekst
letters-calendar = Afspraak voor de agenda
letters-calendar-text = Bekijk de inhoud van de afspraak
letters-download = Download de afspraak
letters-kind-sign-in = Link om in te loggen
letters-kind-confirmed = Je hebt een plek
letters-kind-waiting = Je staat op de wachtlijst
letters-kind-offer = Er is een plek vrij
letters-kind-moved-up = Je kunt toch mee
letters-kind-withdrawn = Je inschrijving is gestopt
letters-kind-reminder = Herinnering
letters-kind-trainer-invited = Jij geeft deze workshop
letters-kind-trainer-released = Je geeft deze workshop niet
letters-kind-other = Mail

## Letters of a session that changes
letter-changed-subject = Let op, dit verandert: { $workshop }
letter-changed-lead = { $n ->
    [one] Bij { $workshop } verandert iets aan een bijeenkomst.
   *[other] Bij { $workshop } verandert iets aan { $n } bijeenkomsten.
}
letter-changed-action = Kun je dan niet? Meld je dan af of kies een andere datum.
letter-calendar-changed = Het bestand bij deze mail past de afspraak in je agenda aan.
letter-was = Was
letter-becomes = Wordt
letter-new = Stond nog niet gepland
letter-gone = Gaat niet door
letter-cancelled-subject = Een bijeenkomst gaat niet door: { $workshop }
letter-cancelled-lead = Een bijeenkomst van { $workshop } gaat niet door. De rest gaat wel door.
letter-cancelled-action = Je hoeft niets te doen.
letter-missed-subject = We hebben je gemist: { $workshop }
letter-missed-lead = Je had een plek bij { $workshop }, en volgens de presentie was je er niet.
letter-missed-dates = Wil je de workshop alsnog volgen? Dit zijn de andere data:
letter-missed-none = Er is nu geen andere datum.
letter-missed-wrong = Was je er wel, of kon je je niet meer afmelden? Laat het je trainer weten, die kan het verbeteren.
letter-called-off-subject = Gaat niet door: { $workshop }
letter-called-off-lead = Helaas, { $workshop } gaat op deze datum niet door.
letter-called-off-reason = De reden: { $reason }
letter-called-off-dates = Dit zijn de andere data:
letter-called-off-others = Je kunt een andere datum kiezen. Is die vol, dan sta je vooraan op de wachtlijst.
letter-called-off-none = Er is nu geen andere datum. Komt die er, dan sta je vooraan op de wachtlijst als je je inschrijft.
letter-called-off-guest = Komt er een nieuwe datum, dan kan { $organisation } je opnieuw uitnodigen.
letter-button-dates = Kies een andere datum
letter-go-or-not-subject = Gaat dit door? { $workshop }
letter-go-or-not-lead = Voor { $workshop } { $taken ->
    [0] is nog niemand ingeschreven
    [one] is 1 persoon ingeschreven
   *[other] zijn { $taken } personen ingeschreven
}. Het minimum is { $minimum }.
letter-go-or-not-action = Besluit of deze datum doorgaat. Zolang je niets kiest, blijft de datum staan.
letter-button-decide = Besluit nu
letter-message-lead = Een bericht over { $workshop }:
letter-message-action = Heb je een vraag? Beantwoord dan deze mail.
refusal-deadline-after-start = Een termijn van deze datum ligt dan na het begin: { $moment }. Verander eerst die termijn.
refusal-trainer-busy = { $name } is dan bezet met “{ $title }”, op { $moment }. Kies iemand anders, of vertel waarom het toch kan.
problem-meeting-over = Een bijeenkomst die al begonnen is, kun je niet meer veranderen.
import-column-costCentre = kostenplaats

## Changing a session behind the counter
desk-actions = Wat wil je doen?
desk-action-move = Bijeenkomsten verzetten of laten vervallen
desk-action-call-off = Deze datum niet laten doorgaan
desk-decide-by = Besluit over doorgaan
desk-decide-by-hint = Zijn er dan te weinig deelnemers, dan krijgt de programmaleider een mail met de vraag of het doorgaat.
desk-cost = Kosten in euro
desk-cost-hint = Bijvoorbeeld 1250 of 1250,50. Alleen planners zien dit.
desk-euro = € { $amount }
desk-clash-reason = Waarom kan de trainer toch?
desk-clash-reason-hint = De reden wordt bewaard.
desk-meetings-move = Bijeenkomsten verzetten
desk-move-title = Bijeenkomsten verzetten
desk-move-past = Al begonnen
desk-move-cancel = Bijeenkomst { $number } gaat niet door
desk-move-look = Bekijk wat er verandert
desk-move-look-next = Je ziet eerst wie het raakt. Er verandert nog niets.
desk-move-how = Zo werkt het
desk-move-how-text = Verander dag, tijd of plaats. Daarna zie je oud en nieuw naast elkaar, wie een mail krijgt en wie dan ergens anders moet zijn.
desk-move-preview-title = Klopt dit?
desk-move-back = Terug naar de bijeenkomsten
desk-move-changes = Wat er verandert
desk-move-old = Nu
desk-move-new = Wordt
desk-move-added = Nieuw
desk-move-cancelled = Gaat niet door
desk-move-do = Verander en mail iedereen
desk-move-do-next = Iedereen krijgt over 2 minuten één mail met oud en nieuw. Verander je het voor die tijd terug, dan gaat er geen mail.
desk-move-nothing = Er is niets veranderd.
desk-moved = De bijeenkomsten zijn veranderd. Iedereen krijgt over 2 minuten een mail.
desk-touched = Wie dit raakt
desk-touched-participants = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
desk-touched-waiting = { $count } op de wachtlijst
desk-touched-trainers = { $count ->
    [one] 1 trainer
   *[other] { $count } trainers
}
desk-touched-nobody = Nog niemand heeft een plek of staat op de wachtlijst.
desk-touched-clashes = { $count ->
    [one] 1 persoon moet dan ergens anders zijn
   *[other] { $count } keer moet iemand dan ergens anders zijn
}
desk-touched-rooms = Deze zaal is dan ook al in gebruik
desk-call-off = Niet laten doorgaan
desk-call-off-title = Gaat deze datum niet door?
desk-call-off-reason = Reden
desk-call-off-reason-hint = Staat in de mail aan iedereen.
desk-call-off-next = Iedereen krijgt meteen een mail met de andere data, en staat daar vooraan op de wachtlijst. Je kunt dit niet terugdraaien.
desk-call-off-do = Laat niet doorgaan en mail iedereen
desk-call-off-not = Nee, laat staan
desk-call-off-others = Andere data van deze workshop
desk-call-off-others-none = Er is geen andere datum. Plan er eerst een als je mensen iets wilt bieden.
desk-called-off = De datum gaat niet door. Iedereen krijgt een mail.
desk-called-off-because = Gaat niet door: { $reason }
desk-undecided = { $taken } van de minimaal { $minimum } plekken zijn bezet.
desk-undecided-do = Besluit of het doorgaat
desk-decision-title = Gaat deze datum door?
desk-decision-lead = Er zijn { $taken } plekken bezet. Het minimum is { $minimum }.
desk-decision-go = Door laten gaan
desk-decision-go-next = De datum blijft staan met wie er nu is. Niemand krijgt een mail.
desk-decision-go-do = Laat doorgaan
desk-decision-over = Hier valt niets meer te besluiten.
desk-goes-on = De datum gaat door.
home-decide = { $count ->
    [one] Gaat deze datum door?
   *[other] Gaan deze { $count } data door?
}
home-decide-lead = Er zijn te weinig deelnemers. Besluit nu, dan weten zij waar ze aan toe zijn.
problem-minimum-needed = Vul ook een minimum in: daarover gaat het besluit.
problem-not-an-amount = Vul een bedrag in, zoals 1250 of 1250,50.
desk-action-list = Deelnemerslijst: afdrukken of Excel
desk-action-bulk = Veel mensen tegelijk inschrijven
desk-action-message = Bericht sturen
desk-action-copy = Nog een keer plannen, of een reeks
desk-copy-title = Nog een keer plannen
desk-copy-first = Eerste bijeenkomst op
desk-copy-times = Hoe vaak
desk-copy-every = Om de hoeveel weken
desk-copy-trainers = Met dezelfde trainers
desk-copy-trainers-hint = Zij krijgen een uitnodiging voor elke datum.
desk-copy-look = Bekijk de data
desk-copy-look-again = Reken opnieuw
desk-copy-look-next = Je ziet eerst welke data het worden. Er wordt nog niets gepland.
desk-copy-dates = Deze data
desk-copy-closed = Overgeslagen: { $day }
desk-copy-busy = { $name } is dan bij { $title }.
desk-copy-room = { $name } is dan ook nodig voor { $title }.
desk-copy-look-at = Let op
desk-copy-planned = Wordt gepland
desk-copy-make = Plan deze data
desk-copy-make-next = De data staan meteen in het overzicht. Trainers krijgen een mail.
desk-copy-how = Alle bijeenkomsten, plekken en termijnen gaan mee, op dezelfde uren. Valt een bijeenkomst op een feestdag, dan wordt die keer overgeslagen.
desk-copied = { $count ->
    [one] 1 datum is gepland.
   *[other] { $count } data zijn gepland.
}
desk-bulk-title = Veel mensen inschrijven
desk-bulk-done-title = Zo is het gegaan
desk-bulk-people = Wie
desk-bulk-people-hint = Eén persoon per regel: het e-mailadres of het personeelsnummer. Adressen uit een mail mogen ook achter elkaar staan.
desk-bulk-file = Of een bestand
desk-bulk-file-hint = Excel (.xlsx) of CSV, met in elke regel een e-mailadres of personeelsnummer.
desk-bulk-look = Bekijk wie dit zijn
desk-bulk-look-next = Je ziet eerst wie er bedoeld is. Er wordt nog niemand ingeschreven.
desk-bulk-caption = { $count ->
    [one] 1 regel
   *[other] { $count } regels
}
desk-bulk-line = Regel
desk-bulk-result = Wat ermee gebeurt
desk-bulk-ready = Wordt ingeschreven
desk-bulk-again = Andere lijst
desk-bulk-twice = Staat er al eerder in
desk-bulk-here = Staat al op de lijst
desk-bulk-nobody = Kennen we niet
desk-bulk-placed = Heeft een plek
desk-bulk-waiting = Op de wachtlijst, plaats { $position }
desk-bulk-refused = Kan niet
desk-bulk-do = { $count ->
    [one] Schrijf 1 persoon in
   *[other] Schrijf { $count } mensen in
}
desk-bulk-do-next = Ieder krijgt een mail. Kan iemand niet, dan gaan de anderen gewoon door.
desk-message-title = Bericht sturen
desk-message-to = Aan wie
desk-message-to-participants = Wie een plek heeft
desk-message-to-waiting = Wie op de wachtlijst staat
desk-message-to-everyone = Wie een plek heeft en wie wacht
desk-message-to-no-shows = Wie er de vorige keer niet was
desk-message-subject = Onderwerp
desk-message-text = Bericht
desk-message-look = Bekijk wie het krijgt
desk-message-look-next = Je ziet eerst wie het krijgt. Er gaat nog geen mail.
desk-message-do = { $count ->
    [one] Stuur naar 1 persoon
   *[other] Stuur naar { $count } mensen
}
desk-message-do-next = Ieder krijgt een eigen mail. Niemand ziet de adressen van de anderen.
desk-message-readers = { $count ->
    [one] 1 persoon krijgt dit
   *[other] { $count } mensen krijgen dit
}
desk-message-sent = { $count ->
    [one] Het bericht gaat naar 1 persoon.
   *[other] Het bericht gaat naar { $count } mensen.
}
# De presentie van een bijeenkomst
register-title = Presentie
register-of = Presentie: { $moment }
register-opens = Je kunt presentie noteren vanaf { $moment }. Dat is een kwartier voor het begin.
register-count = { $unmarked ->
    [0] { $there } van { $count } waren er. Iedereen is genoteerd.
   *[other] { $there } van { $count } waren er. Nog { $unmarked } te gaan.
}
register-saved = Opgeslagen { $time }
register-mark-present = Aanwezig
register-mark-partly = Deels
register-mark-absent = Afwezig
register-mark-excused = Afgemeld
register-next = Je kunt dit later verbeteren. Trainers, planners en beheerders lezen dit, en ieder kan over zichzelf opvragen wat er staat.
register-save = Opslaan
register-rest = Opslaan, de rest is aanwezig
register-left = Nog # te gaan.
register-all = Iedereen is genoteerd.
register-waiting = Nog # te versturen.
register-sending = Bezig met opslaan …
register-offline = Er is geen verbinding. Je aantekeningen blijven op dit toestel en gaan mee zodra die er weer is.
register-signed-out = Je bent niet meer aangemeld. Je aantekeningen blijven op dit toestel: meld je aan en open deze pagina opnieuw.
register-again = Opslaan lukt nu niet. We proberen het zo opnieuw.
register-overtaken = Iemand anders noteerde om { $time }: { $mark }. Dat staat er nu. Klopt het niet? Kies opnieuw.
register-find = Zoek in deze lijst
register-checked-in = Meldde zich om { $time }
register-past = Eerdere aantekeningen
register-closed = Deze presentie is gesloten op { $moment }.
register-reason = Waarom je iets verbetert
register-reason-hint = Bijvoorbeeld: kwam na de pauze niet terug. Wie de presentie bijhoudt, leest dit.
register-correct-next = De oude aantekening blijft bewaard. Wat er van de deelname kwam, rekenen we opnieuw uit.
register-correct = Verbeteren
register-close = Presentie sluiten
register-close-lead = Is iedereen genoteerd? Sluit dan de presentie. Wie geen aantekening heeft, wordt afwezig. Na de laatste bijeenkomst staat vast wie de workshop heeft gevolgd. Verbeteren kan daarna nog, met een reden.
register-close-do = Sluit de presentie
register-closed-said = { $count ->
    [0] De presentie is gesloten.
    [one] De presentie is gesloten. 1 persoon had geen aantekening en is nu afwezig.
   *[other] De presentie is gesloten. { $count } mensen hadden geen aantekening en zijn nu afwezig.
}
outcome-completed = Heeft de workshop gevolgd
outcome-incomplete = Miste te veel
outcome-excused = Was afgemeld
outcome-no-show = Niet gekomen
walk-in-title = Iemand zonder plek
walk-in-back = Naar de presentie
walk-in-search = Het begin van de voornaam of achternaam
walk-in-search-whole = Het hele mailadres of personeelsnummer
walk-in-short = Vul ten minste drie letters in.
walk-in-here = Staat al op de lijst
walk-in-do = Erbij zetten
walk-in-next = Wie je erbij zet, krijgt een plek en is aanwezig, ook als alle plekken bezet zijn. Stond die persoon op een latere datum van deze workshop, dan vervalt die.
walk-in-said = { $name } staat erbij en is aanwezig.
check-in-open = Laat mensen zich zelf melden
check-in-screen-show = Toon de code om je te melden
check-in-screen-title = Meld je met je telefoon
check-in-picture = Code om te scannen met een telefoon. Wie die niet kan scannen, vraagt de trainer.
check-in-count = { $expected ->
    [one] van 1 persoon is er
   *[other] van { $expected } mensen zijn er
}
check-in-how = Scan de code met de camera van je telefoon en druk op “Ik ben er”. Lukt het niet? De trainer zet je op de lijst.
check-in-renews = De code verandert elke halve minuut. Deze pagina ververst zich zelf.
check-in-end = Stop met zelf melden
check-in-off = Mensen melden zich hier nu niet zelf.
check-in-ended-said = Mensen melden zich niet meer zelf. Wat er stond, blijft staan.
check-in-title = Ben je er?
check-in-do = Ik ben er
check-in-next = Je trainer ziet dat je er bent, en kan het nog verbeteren.
check-in-done = Je bent gemeld om { $time }. Meer hoef je niet te doen.
check-in-marked = Er staat al iets over jou: { $mark }, om { $time }. Klopt dat niet? Zeg het tegen je trainer.
check-in-early = Je bent vroeg. Je kunt je melden vanaf { $moment }: scan de code dan opnieuw.
check-in-closed = Je melden kan niet meer. Zeg tegen je trainer dat je er bent.
check-in-old = Deze code is verlopen. Scan de code die nu op het scherm staat.
check-in-not-on-the-list = Je staat niet op de lijst van deze datum. Zeg het tegen je trainer: die kan je erbij zetten.
check-in-places = Naar mijn plekken
register-said = { $count ->
    [0] Er was niets veranderd.
    [one] 1 persoon genoteerd.
   *[other] { $count } mensen genoteerd.
}

desk-action-guests = Gasten uitnodigen
desk-guests-title = Gasten
desk-guests-invite = Een gast uitnodigen
desk-guests-name = Naam
desk-guests-email = E-mailadres
desk-guests-email-hint = Is deze persoon al bekend, dan blijven naam en organisatie zoals ze zijn.
desk-guests-agency = Organisatie
desk-guests-reason = Waarom dan toch?
desk-guests-reason-hint = Met een reden nodig je deze gast uit tegen de regel in. De reden wordt bewaard.
desk-guests-do = Nodig uit
desk-guests-next = De gast krijgt een mail met een eigen link, en een plek; is het vol, dan een plek op de wachtlijst. De gast ziet alleen deze datum. Voor wie de workshop bedoeld is en wat eerst gevolgd moet zijn, geldt niet voor een gast.
desk-guests-list = { $count ->
    [0] Nog geen gasten
    [one] 1 gast
   *[other] { $count } gasten
}
desk-guests-none = Niemand is uitgenodigd.
desk-guests-since = Uitgenodigd op { $moment }
desk-guests-withdraw = Uitnodiging intrekken
desk-guests-said = { $name } is uitgenodigd en krijgt een mail.
desk-guests-said-waiting = { $name } is uitgenodigd en staat op de wachtlijst.
desk-guests-said-ended = De uitnodiging is ingetrokken.
desk-sheet-title = Deelnemerslijst
desk-sheet-caption = { $count ->
    [one] 1 deelnemer
   *[other] { $count } deelnemers
}
desk-sheet-name = Naam
desk-sheet-department = Afdeling
desk-sheet-sign = Handtekening
desk-sheet-walk-in = Ruimte voor wie zich niet heeft ingeschreven
desk-sheet-file = Deelnemers
desk-sheet-status = Status
desk-sheet-since = Ingeschreven
desk-sheet-outcome = Uitkomst
desk-sheet-xlsx = Excel
desk-sheet-csv = CSV
desk-sheet-print = Druk deze pagina af met Ctrl+P.
problem-nobody = Er is niemand die dit zou krijgen. Kies iets anders.
problem-not-expected = Iemand in deze lijst heeft geen plek meer. Bekijk de lijst opnieuw.
problem-too-many-lines = Dit zijn te veel regels. Neem er hoogstens { $max } tegelijk.
problem-closed-day = Al deze data vallen op een feestdag. Kies een andere eerste dag.
letter-requested-subject = Je doet mee aan de loting: { $workshop }
letter-requested-lead = Je vroeg een plek bij { $workshop }. De plekken worden geloot: iedereen die zich op tijd meldt, maakt evenveel kans.
letter-requested-when = De loting is op { $moment }.
letter-requested-action = Je krijgt daarna een mail met de uitslag. Kun je toch niet? Meld je dan af.
letter-lot-won-subject = Ingeloot: je hebt een plek bij { $workshop }
letter-lot-won-lead = Goed nieuws: je bent ingeloot voor { $workshop }.
letter-lot-lost-subject = Uitgeloot: je staat op de wachtlijst van { $workshop }
letter-lot-lost-lead = Je bent deze keer niet ingeloot voor { $workshop }. Je staat op plek { $position } van de wachtlijst.
letter-date-planned-subject = Er is een datum: { $workshop }
letter-date-planned-lead = Je wilde weten wanneer { $workshop } er weer is. Dit zijn de data:
letter-date-planned-action = Wil je geen mail meer over nieuwe data? Zet dat dan uit op de pagina van de workshop.
letter-button-choose = Kies een datum
refusal-needs-first = Volg eerst de workshop { $title }. Die hoort hiervoor.
refusal-team-away = Van { $team } mogen er tegelijk { $limit } weg zijn, en die zijn er al. Kies een andere datum of overleg met je leidinggevende.
refusal-already-followed = Deze workshop is al gevolgd, en je volgt hem één keer.
problem-prerequisite-circle = Deze workshops zouden op elkaar wachten. Haal er een weg.
problem-draw-too-late = Er heeft al iemand een plek of een verzoek. Laat de loting zoals die is.
problem-in-the-past = Dit moment is al voorbij. Kies een later moment.
problem-at-least-one = Vul 1 of meer in, of laat het leeg.

## Workshops: languages, pictures, history
workshop-languages = Talen
desk-cover = Plaatje
desk-cover-hint = Staat op de kaart en bij de workshop.
desk-cover-none = Geen
desk-cover-conversation = Gesprek
desk-cover-letter = Brief
desk-cover-path = Pad
desk-cover-table = Tafel
desk-cover-window = Scherm
desk-cover-growth = Groei
desk-history = Wat er veranderde ({ $count })
desk-history-house = het systeem
desk-history-workshop-made = Gemaakt
desk-history-workshop-changed = Veranderd
desk-history-workshop-published = In het aanbod gezet
desk-history-workshop-retired = Uit het aanbod gehaald
workshop-language-nl = Nederlands
workshop-language-en = Engels
workshop-language-de = Duits
workshop-language-fr = Frans
workshop-language-pl = Pools
workshop-language-tr = Turks
workshop-language-ar = Arabisch
workshop-language-uk = Oekraïens
desk-history-field-prerequisites = Wat er eerst moet
desk-history-field-repeatable = Nog een keer volgen
desk-history-field-code = Code
desk-history-field-title = Titel
desk-history-field-summary = Samenvatting
desk-history-field-description = Beschrijving
desk-history-field-goals = Leerdoelen
desk-history-field-values = Kernwaarden
desk-history-field-form = Vorm
desk-history-field-duration = Duur in minuten
desk-history-field-parts = Bijeenkomsten
desk-history-field-minimum = Minimum
desk-history-field-maximum = Maximum
desk-history-field-audience = Doelgroep
desk-history-field-offering = Aanbod
desk-history-field-languages = Talen
desk-history-field-cover = Plaatje
## Lists as files

part-files = Deze hele lijst als bestand:
part-files-xlsx = Excel
part-files-csv = CSV
file-column-given-name = Roepnaam
file-column-prefix = Tussenvoegsel
file-column-surname = Achternaam
file-column-parent = Bovenliggend
file-column-cost-centre = Kostenplaats
file-column-granted = Gegeven op
file-column-start = Begin
file-column-end = Einde
file-column-place = Plaats
file-column-capacity = Aantal plekken
file-column-offering = Aanbod
file-column-minutes = Duur (minuten)
file-column-parts = Bijeenkomsten
file-column-minimum = Minimum
file-column-maximum = Maximum
file-column-sent = Verstuurd op
file-column-subject = Onderwerp

## One department, and how the tree changes

department-lead = { $kind }, code { $code }.
department-ended = Deze afdeling bestond tot en met { $day }. Zij is nu deel van
department-below = Valt hieronder
department-below-none = Er valt geen afdeling onder.
department-past = Geschiedenis
department-past-from = Van { $from } tot en met { $until }
department-past-until = Tot en met { $until }
department-past-parent = onder { $parent }
department-took-in = Samengevoegd met deze afdeling; laatste dag { $day }
department-parent = Valt onder
department-no-parent = Niets: dit is de top
department-heads = Leidinggevende
department-heads-none = Niemand
department-from = Vanaf
department-rename = Andere naam geven
department-rename-do = Geef deze naam
department-rename-next = Overzichten over de tijd daarvoor houden de oude naam.
department-renamed = De afdeling heeft een andere naam.
department-move = Onder een andere afdeling plaatsen
department-move-do = Verplaats
department-move-next = De afdeling gaat met alles wat eronder valt mee. Wie daarboven leiding geeft, ziet vanaf nu deze mensen.
department-moved = De afdeling is verplaatst.
department-merge = Samenvoegen
department-merge-title = { $name } samenvoegen
department-merge-lead = Kies met welke afdeling. Je ziet eerst wat dat betekent; daarna beslis je.
department-merge-into = Samenvoegen met
department-choose = Kies een afdeling
department-merge-look = Bekijk wat dat betekent
department-merge-touches = Dit verandert er
department-merge-people = { $count ->
    [0] Er werkt hier niemand.
    [one] 1 persoon werkt vanaf { $day } bij { $into }.
   *[other] { $count } mensen werken vanaf { $day } bij { $into }.
}
department-merge-below = { $names } valt voortaan onder { $into }.
department-merge-heads-stay = { $names } geeft voortaan leiding aan { $into }: daar is nog niemand.
department-merge-heads-go = { $names } geeft geen leiding meer: { $into } heeft al iemand.
department-merge-audiences = { $count ->
    [0] Geen doelgroep noemt deze afdeling.
    [one] 1 doelgroep die deze afdeling noemt, noemt dan de andere.
   *[other] { $count } doelgroepen die deze afdeling noemen, noemen dan de andere.
}
department-merge-past = { $name } blijft bestaan in overzichten over de tijd daarvoor.
department-merge-do = Voeg samen
department-merge-next = Er gaat geen mail uit. Een nieuw personeelsbestand moet de andere afdeling noemen.
department-merged = De afdelingen zijn samengevoegd.
department-split = Splitsen
department-split-title = { $name } splitsen
department-split-lead = Maak er een nieuwe afdeling naast en kies wie er meegaat. De anderen blijven.
department-split-name = Naam van de nieuwe afdeling
department-split-code-hint = Zoals het personeelssysteem haar noemt.
department-split-teams = Deze afdelingen gaan mee
department-split-people = Deze mensen gaan mee
department-split-do = Splits
department-split-next = Wie meegaat, werkt vanaf die dag in de nieuwe afdeling. Er gaat geen mail uit.
department-split-look = Bekijk wie waarheen gaat
department-split-look-next = Er verandert nog niets. Je ziet eerst wie er meegaat en wie er blijft.
department-split-preview-title = Wie gaat waarheen
department-split-preview-lead = { $name } wordt gesplitst. Vanaf { $day } is er ook { $fresh }.
department-split-go = Naar { $name }
department-split-stay = In { $name } blijven
department-split-side = { $count ->
    [0] Niemand
    [one] Eén persoon
   *[other] { $count } mensen
}
department-split-side-teams = Eronder: { $names }
department-split-heads = { $names } houdt { $name }. Voor { $fresh } kies je daarna een leidinggevende.
department-split-later = Dit gebeurt vanzelf op { $day }. Tot die dag kun je het intrekken op de pagina van de afdeling. Er gaat geen mail uit.
department-split-plan = Plan de splitsing
department-split-edit = Aanpassen
department-planned = Dit staat gepland. Op die dag gebeurt het vanzelf.
department-plan-removed = De geplande verandering is ingetrokken.
department-coming = Wat er gaat veranderen
department-coming-from = Vanaf { $day }
department-coming-rename = Heet dan { $name }
department-coming-move = Valt dan onder { $name }
department-coming-top = Valt dan onder geen andere afdeling
department-coming-merge = Gaat dan op in { $name }
department-coming-split = { $count ->
    [0] { $name } gaat dan als nieuwe afdeling verder
    [one] { $name } gaat dan als nieuwe afdeling verder, met één persoon
   *[other] { $name } gaat dan als nieuwe afdeling verder, met { $count } mensen
}
department-coming-joins = { $name } gaat dan hierin op
department-coming-under = { $name } valt dan hieronder
department-coming-refused = Dit kon op die dag niet. { $why ->
    [taken] De code is intussen in gebruik.
    [below-itself] De andere afdeling ligt er nu onder.
    [missing] Een van de afdelingen is er niet meer.
   *[other] De afdelingen zijn intussen anders.
} Trek het in en kies opnieuw.
department-coming-remove = Trek in
department-cost-centre = Kostenplaats
department-cost-centre-code = Code van de kostenplaats
department-cost-centre-hint = Zoals het financiële systeem haar schrijft.
department-cost-centre-do = Sla de kostenplaats op
department-cost-centre-set = De kostenplaats is opgeslagen.
department-split-done = De nieuwe afdeling is er.
department-cover = Tegelijk weg
department-cover-most = Hoogstens tegelijk naar een workshop
department-cover-hint = Leeg: geen grens.
department-cover-do = Bewaar
department-limited = De grens is bewaard.

## Searching

search-title = Zoeken
search-lead = Workshops en data, en mensen voor wie hen mag zien.
search-words = Zoek op een deel van een naam of onderwerp
search-do = Zoek
search-workshops = Workshops
search-sessions = Data
search-people = Mensen
search-all-workshops = Alle { $count } workshops
search-all-sessions = Alle { $count } data
search-all-people = { $count ->
    [10001] Alle mensen die gevonden zijn, meer dan 10.000
    [10002] Alle mensen die gevonden zijn, heel veel
   *[other] Alle { $count } mensen
}
search-nothing = Hier is niets mee gevonden. Probeer minder of andere woorden.
search-catalogue = Bekijk alle workshops
layout-search-hint = Zoeken, of druk op /
## The privacy desk

event-house-set-up = De eerste beheerder heeft Olievlek ingericht
event-link-asked = Er is een link gevraagd om in te loggen
event-signed-in = Iemand heeft ingelogd
event-signed-out = Iemand heeft uitgelogd
event-role-granted = Er is een rol gegeven
event-role-revoked = Er is een rol ingetrokken
event-token-made = Er is een sleutel voor de API gemaakt
event-language-chosen = Iemand heeft een taal gekozen
event-reminder-chosen = Herinneringen gekozen
event-calendar-address = Agenda-adres gemaakt of gestopt
event-import-undone = Een import is teruggedraaid
event-reorganisation-planned = Een verandering van de afdelingen is gepland
event-reorganisation-dropped = Een geplande verandering van de afdelingen is ingetrokken
event-cost-centre-set = De kostenplaats van een afdeling is gekozen
event-imported = Er is een bestand ingelezen
event-person-left = Iemand is uit dienst
event-external-added = Iemand van buiten is toegevoegd
event-external-changed = Gegevens van iemand van buiten zijn gewijzigd
event-guest-invited = Iemand is als gast uitgenodigd
event-guest-uninvited = De uitnodiging van een gast is ingetrokken
event-person-moved = Iemand werkt nu op een andere afdeling
event-department-renamed = Een afdeling heeft een andere naam
event-department-moved = Een afdeling hangt ergens anders
event-department-merged = Een afdeling is samengevoegd
event-department-split = Een afdeling is gesplitst
event-people-exported = Mensen zijn als bestand opgehaald
event-enrolments-exported = Inschrijvingen zijn als bestand opgehaald
event-workshop-made = Er is een workshop gemaakt
event-workshop-changed = Een workshop is gewijzigd
event-workshop-published = Een workshop is gepubliceerd
event-workshop-retired = Een workshop is uit het aanbod gehaald
event-session-planned = Er is een datum gepland
event-session-opened = Een datum is opengezet
event-session-changed = Een datum is gewijzigd
event-meetings-changed = Bijeenkomsten zijn verplaatst, toegevoegd of afgezegd
event-session-called-off = Een datum is afgezegd
event-decision-asked = De planners zijn gevraagd of een datum doorgaat
event-session-goes-on = Een datum gaat door
event-clash-accepted = Een trainer is gevraagd, ondanks iets anders op dat moment
event-message-sent = Er is een bericht gestuurd aan deelnemers
event-register-closed = De presentie van een bijeenkomst is gesloten
event-outcome-known = Vastgesteld wat er van een deelname kwam
event-walked-in = Kwam binnen zonder plek en is erbij gezet
event-check-in-set = Zelf melden is geopend of gestopt
event-attendance-marked = Een trainer heeft presentie genoteerd
event-enrolled = Iemand heeft een plek gekregen
event-queued = Iemand staat op de wachtlijst
event-requested = Iemand doet mee aan een loting
event-drawn = Er is geloot
event-lot-won = Iemand is ingeloot
event-needs-stated = Iemand heeft gemeld wat nodig is om mee te doen
event-cover-limited = Er is gekozen hoeveel mensen tegelijk weg mogen
event-interest-expressed = Iemand heeft belangstelling gemeld of ingetrokken
event-offered = Iemand heeft een plek aangeboden gekregen
event-offer-accepted = Iemand heeft een aangeboden plek genomen
event-offer-declined = Iemand heeft een aangeboden plek afgeslagen
event-offer-lapsed = Een aangeboden plek is verlopen
event-moved-up = Iemand is doorgeschoven van de wachtlijst
event-skipped = Iemand is overgeslagen op de wachtlijst
event-withdrawn = Een inschrijving is gestopt
event-backup-made = Er is een reservekopie van alle gegevens gemaakt
event-log-exported = Het logboek is als bestand opgehaald
event-person-seen = Iemand heeft gegevens van een ander bekeken
event-needs-seen = Een trainer heeft gelezen wat deelnemers nodig hebben
event-access-reported = Er is een overzicht gemaakt van alles over iemand
event-person-erased = Iemand is gewist
event-log-shortened = Oude regels van het logboek zijn weggegooid

menu-audit = Logboek
audit-title = Logboek
audit-lead = { $count ->
    [0] Niets gevonden
    [one] { $count } gebeurtenis
   *[other] { $count } gebeurtenissen
}
audit-kind = Wat er gebeurde
audit-all-kinds = Alles
audit-person = Over wie
audit-actor = Door wie
audit-handle = E-mailadres of personeelsnummer
audit-from = Vanaf
audit-until = Tot en met
audit-find = Zoek in het logboek
audit-nobody = We kennen niemand met dit adres of nummer. Controleer het, of zoek de persoon bij Mensen.
audit-none = Er is niets gebeurd dat hierbij past.
audit-show-all = Toon het hele logboek
audit-column-at = Wanneer
audit-column-what = Wat
audit-column-actor = Door wie
audit-column-person = Over wie
audit-column-subject = Waarover
audit-column-data = Bijzonderheden
audit-by-somebody = Iemand die niet was ingelogd
audit-by-token = sleutel van de API
audit-by-operator = De beheerder van de computer
audit-by-house = Olievlek zelf
audit-chain = Verzegeling
audit-chain-lead = Wat ouder is dan een minuut, wordt verzegeld. Wie daarna een regel wijzigt, weghaalt of toevoegt, breekt de keten.
audit-chain-head = Laatste zegel: nummer { $number }, { $moment }.
audit-chain-none = Er is nog niets verzegeld.
audit-chain-check = Controleer de hele keten
audit-chain-whole = Heel
audit-chain-broken = Gebroken
audit-chain-counts = { $links ->
    [one] Het zegel klopt
   *[other] Alle { $links } zegels kloppen
} met { $events ->
    [one] één gebeurtenis.
   *[other] { $events } gebeurtenissen.
}
audit-chain-emptied = { $count ->
    [one] Van één ouder zegel zijn de gebeurtenissen weggegooid, omdat de bewaartijd voorbij was.
   *[other] Van { $count } oudere zegels zijn de gebeurtenissen weggegooid, omdat de bewaartijd voorbij was.
}
audit-chain-why-link-gone = Vóór zegel { $number } ontbreekt een zegel.
audit-chain-why-removed = Bij zegel { $number } is iets weggehaald.
audit-chain-why-added = Bij zegel { $number } is iets toegevoegd.
audit-chain-why-changed = Bij zegel { $number } is iets gewijzigd.
audit-chain-well-until = Tot { $moment } klopt alles.
letters-kind-changed = Er verandert iets
letters-kind-cancelled = Een bijeenkomst gaat niet door
letters-kind-missed = We hebben je gemist
letters-kind-called-off = De datum gaat niet door
letters-kind-go-or-not = Gaat dit door?
letters-kind-message = Bericht van de planner
letters-kind-requested = Je doet mee aan de loting
letters-kind-lot-won = Ingeloot
letters-kind-guest-invited = Uitnodiging van een gast
letters-kind-lot-lost = Uitgeloot
letters-kind-date-planned = Er is een datum
texts-title = Teksten van mails
texts-lead = Schrijf wat jullie medewerkers lezen. Wat je niet verandert, blijft zoals Olievlek het schrijft.
texts-link = Teksten aanpassen
texts-own = Eigen tekst
texts-ours = Tekst van Olievlek
texts-language-nl = Nederlands
texts-language-en = Engels
texts-edit-title = Tekst van een mail
texts-part-subject = Onderwerp
texts-part-lead = Begin
texts-part-action = Slot
texts-names = Wij vullen in: { $names }. Laat dat staan.
texts-next = De tekst geldt voor mails die daarna weggaan.
texts-keep = Bewaar
texts-look = Bekijk
texts-default = Terug naar de tekst van Olievlek
texts-preview = Zo leest het
texts-preview-lead = Ingevuld met de eerstvolgende datum.
texts-default-title = Tekst van Olievlek
texts-said-kept = De tekst is bewaard.
texts-said-ours = De mail heeft weer de tekst van Olievlek.
problem-placeholder-missing = Zet ook dit in de tekst: { $names }.
problem-placeholder-unknown = Dit kunnen wij niet invullen: { $names }. Haal het weg.
event-wording-changed = Er zijn teksten van mails veranderd
report-title = Alles wat we van je hebben
report-of = Alles wat we hebben van { $name }
report-lead = Alles wat { $organisation } in Olievlek over deze persoon bewaart, op { $moment }.
report-file = Download alles als JSON
report-print = Of druk deze pagina af.
report-link = Alles wat we van je hebben
report-link-of = Alles wat we van deze persoon hebben
report-nothing = Niets.
report-letters = De hele tekst van elke mail staat in het bestand.
report-needs = Wat deze persoon nodig heeft, lezen alleen de persoon zelf en de trainers van die datum.
report-exports = In deze bestanden kunnen gegevens van deze persoon staan.
held-person = Persoon
held-placements = Afdelingen
held-roles = Rollen
held-sign-ins = Browsers waarin is ingelogd
held-sign-in-links = Links om in te loggen
held-tokens = Sleutels van de API
held-password = Wachtwoord
held-enrolments = Inschrijvingen
held-needs = Wat nodig is om mee te doen
held-interests = Belangstelling
held-invitations = Afspraken in de agenda
held-trainings = Datums als trainer
held-attendance = Presentie
held-guest = Uitnodigingen als gast
held-letters = Mails
held-seen-by = Wie keek naar deze gegevens
held-exports = Bestanden die zijn opgehaald
held-events-about = Wat er gebeurde
held-events-by = Wat deze persoon zelf deed
held-events = Regels in het logboek
held-field-givenName = Voornaam
held-field-prefix = Tussenvoegsel
held-field-surname = Achternaam
held-field-email = E-mailadres
held-field-employeeNumber = Personeelsnummer
held-field-jobTitle = Functie
held-field-agency = Bureau
held-field-kind = Soort
held-field-employedFrom = In dienst vanaf
held-field-employedUntil = In dienst tot en met
held-field-language = Taal
held-field-blockedAt = Geblokkeerd sinds
held-field-bouncedAt = Mail komt niet aan sinds
held-field-createdAt = Gemaakt
held-field-erasedAt = Gewist
held-field-department = Afdeling
held-field-startsOn = Vanaf
held-field-endsOn = Tot en met
held-field-role = Rol
held-field-source = Gegeven door
held-field-grantedAt = Gegeven
held-field-seenAt = Laatst gebruikt
held-field-expiresAt = Verloopt
held-field-endedAt = Gestopt
held-field-usedAt = Gebruikt
held-field-scopes = Mag
held-field-lastUsedAt = Laatst gebruikt
held-field-revokedAt = Ingetrokken
held-field-changedAt = Gewijzigd
held-field-workshop = Workshop
held-field-startsAt = Begint
held-field-status = Stand
held-field-origin = Ingeschreven door
held-field-ending = Hoe het eindigde
held-field-withdrawalReason = Reden van afmelden
held-field-overrideReason = Waarom een regel niet gold
held-field-access = Toegang
held-field-diet = Eten
held-field-sequence = Versie
held-field-cancelledAt = Afgezegd
held-field-invitedAt = Uitgenodigd
held-field-meetingAt = Bijeenkomst
held-field-mark = Presentie
held-field-outcome = Uitkomst
held-code-walk-in = kwam binnen zonder plek
held-code-register = de trainer
held-code-check-in = jezelf, met de code op het scherm
held-field-reason = Reden
held-field-markedAt = Genoteerd
held-field-replacedAt = Verbeterd
held-field-subject = Onderwerp
held-field-address = Aan
held-field-sentAt = Verstuurd
held-field-at = Wanneer
held-field-event = Wat
held-field-actor = Door
held-code-staff = medewerker
held-code-external = van buiten
held-code-import = personeelsbestand
held-code-person = een persoon
held-code-operator = de beheerder van de computer
held-code-confirmed = heeft een plek
held-code-offered = heeft een aanbod
held-code-waiting = wacht
held-code-requested = doet mee aan de loting
held-code-withdrawn = gestopt
held-code-declined = afgeslagen
held-code-api = de API
held-code-in-time = op tijd afgemeld
held-code-late = laat afgemeld
held-code-by-head = door de leidinggevende
held-code-head = de leidinggevende
held-code-by-staff = door de organisatie
held-code-offer-declined = aanbod afgeslagen
held-code-offer-lapsed = aanbod verlopen
held-code-left-organisation = uit dienst
held-code-placed-elsewhere = elders geplaatst
held-code-session-called-off = datum afgezegd
held-code-swapped = geruild
erasure-title = { $name } wissen
erasure-link = Wis deze persoon
erasure-lead = Kijk eerst wat er weggaat en wat er blijft.
erasure-goes = Dit gaat weg
erasure-goes-why = Naam, adres, nummer en functie worden “verwijderd persoon”. Deze gegevens verdwijnen, net als elke tekst van of over deze persoon bij een inschrijving of in het logboek:
erasure-stays = Dit blijft
erasure-stays-why = Voor de cijfers over deelname blijft dit staan, zonder wie het was. Het logboek houdt alleen nummers die naar niemand meer wijzen.
erasure-mind = Goed om te weten
erasure-mind-number = We vergeten ook het personeelsnummer. Staat dit nummer later weer in een personeelsbestand, dan wordt het een nieuw persoon. Zorg dus dat het uit het bestand is.
erasure-mind-files = Ingelezen personeelsbestanden kunnen hierna niet meer ongedaan worden gemaakt.
erasure-mind-backups = In een reservekopie staan de gegevens nog tot die kopie vervalt. Zet je er een terug, wis dan opnieuw.
erasure-certain = Ja, ik wil { $name } voorgoed wissen
erasure-do = Wis voorgoed
erasure-next = Dit kan niet ongedaan worden gemaakt. Dat je het deed, staat in het logboek.
erasure-done = De persoon is gewist.
refusal-still-employed = Deze persoon werkt hier nog. Wissen kan na de laatste werkdag.
refusal-has-future = Deze persoon heeft nog een plek of geeft nog een workshop. Zeg die eerst af.
refusal-already-erased = Deze persoon is al gewist.
privacy-retention = Zo lang bewaren we alles
retention-title = Bewaartermijnen
retention-lead = Zo lang blijft elk soort gegeven staan. Daarna gooit Olievlek het zelf weg.
retention-kind = Wat
retention-stays = Hoe lang
retention-ran = Laatst gekeken
retention-gone = Toen weggegooid
retention-total = In totaal weggegooid
retention-never = Nog niet
retention-rest = Naam, adres, functie en afdeling blijven zolang je hier werkt, en daarna tot de termijn hierboven. Wie aan welke workshop meedeed, telt daarna mee zonder naam.
retention-kind-answers = Antwoorden op een knop die twee keer wordt ingedrukt
retention-kind-links = Links en codes om in te loggen
retention-kind-uploads = Inhoud van een geüpload bestand
retention-kind-undoing = Wat nodig is om een import terug te draaien
retention-kind-needs = Wat je nodig hebt om mee te doen
retention-kind-letters = Kopieën van mails
retention-kind-leavers = Gegevens van wie hier niet meer werkt
retention-kind-events = Logboek van wie wat deed
retention-after-answers = { $days ->
    [one] één dag
   *[other] { $days } dagen
}
retention-after-links = { $days ->
    [one] één dag nadat de link is verlopen
   *[other] { $days } dagen nadat de link is verlopen
}
retention-after-uploads = { $days ->
    [one] één dag
   *[other] { $days } dagen
}
retention-after-undoing = { $days ->
    [one] één dag nadat het bestand is verwerkt
   *[other] { $days } dagen nadat het bestand is verwerkt
}
retention-after-needs = { $days ->
    [one] één dag na de workshop
   *[other] { $days } dagen na de workshop
}
retention-after-letters = { $days ->
    [one] één dag
   *[other] { $days } dagen
}. Een brief die nog gegeven moet worden, blijft tot hij gegeven is of tot de datum waarover hij gaat voorbij is.
retention-after-leavers = { $days ->
    [730] twee jaar na de laatste werkdag
    [one] één dag na de laatste werkdag
   *[other] { $days } dagen na de laatste werkdag
}
retention-after-events = { $days ->
    [1095] drie jaar
    [one] één dag
   *[other] { $days } dagen
}
held-calendar-address = Geheim adres voor de agenda
held-reminder = Herinneringen
held-field-choice = Keuze
search-slash = Met de toets / ga je overal naar het zoeken.
audit-details = Gegevens
place-withdraw-draw = Wil je niet meer meedoen?
place-withdraw-draw-next = Je doet dan niet mee aan de loting. Tot de loting kun je je opnieuw melden.
place-leave-draw = Doe niet mee aan de loting

## The team of a head
team-lead = Wie heeft welke plek, en wie wacht er nog.
team-search = Naam of personeelsnummer
team-count = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
team-by-hand = Geen mailadres
team-no-places = Nog geen plek
team-position = Plaats { $position } op de wachtlijst.
team-offer-until = Plek vrij, nemen kan tot { $moment }
team-how = Iemand inschrijven doe je op de pagina van een datum.
team-all = Toon iedereen
team-nobody = In je team vinden we niemand met “{ $text }”.
team-empty = Je hebt nu niemand in je team.
team-enrol = Iemand van mijn team inschrijven
team-enrol-next = Wie je inschrijft krijgt meteen een mail. Heeft iemand geen mailadres, dan krijg jij de brief om door te geven.
team-see = Bekijk
team-refused = { $name } is niet ingeschreven.
team-said-confirmed = { $name } heeft een plek. { $mail ->
    [no] Geef het door: { $name } heeft geen mailadres.
   *[yes] { $name } krijgt een mail.
}
team-said-waiting = { $name } staat op de wachtlijst, als nummer { $position }. { $mail ->
    [no] Geef het door: { $name } heeft geen mailadres.
   *[yes] { $name } krijgt een mail.
}
team-said-requested = { $name } doet mee aan de loting. { $mail ->
    [no] Geef het door: { $name } heeft geen mailadres.
   *[yes] { $name } krijgt een mail.
}
team-said-withdrawn = { $name } is afgemeld.
team-said-accepted = De plek is nu van { $name }.
team-said-declined = { $name } heeft de plek niet genomen. De volgende in de rij krijgt hem.
team-state = Hoe het er nu voor staat
team-draw = De plekken worden geloot op { $moment }.
team-accept = Neem de plek voor deze persoon
team-decline = Laat de plek aan een ander
team-offer-agree = Overleg eerst met deze persoon.
team-withdraw = { $name } afmelden
team-withdraw-next = { $name } krijgt bericht. De eerste in de rij krijgt de plek. Je kunt dit daarna nog ongedaan maken.
team-reason-hint = Afmelden zonder reden kan niet meer. Eén zin is genoeg. Wie plant kan je reden lezen.

## Letters by hand, and printed codes
team-letters = Brieven voor mijn team
team-letters-lead = Deze brieven zijn voor mensen zonder mailadres. Print ze, geef ze en vink ze af.
team-letters-wait = { $count ->
    [one] 1 brief wacht om te geven.
   *[other] { $count } brieven wachten om te geven.
}
team-letters-see = Bekijk de brieven
team-letters-open = { $count ->
    [one] 1 brief om te geven
   *[other] { $count } brieven om te geven
}
team-letters-print = Print deze pagina met je browser: elke brief komt op een eigen vel.
team-letters-given = Ik heb deze brief gegeven
team-letters-none = Er is geen brief om te geven. Krijgt iemand zonder mailadres bericht, dan staat het hier.
team-letters-done = Gegeven
team-letters-kept = Een brief blijft even lang staan als de kopie van een mail.
team-letters-by = Gegeven door { $name }, { $moment }
team-letters-back = Toch niet gegeven
team-letters-said-given = Genoteerd: de brief is gegeven.
team-letters-said-back = De brief staat weer in de lijst om te geven.
letters-on-paper = Op papier, via de leidinggevende
sign-in-code = Inlogcode
sign-in-code-title = Inloggen met een code
sign-in-code-lead = Heb je geen mailadres? Je leidinggevende geeft je een kaartje met een code.
sign-in-code-hint = Tien tekens. Hoofdletters en streepjes maken niet uit.
sign-in-code-next = Je blijft twee uur ingelogd, of tot je uitlogt. Log uit als je klaar bent.
sign-in-code-link = Geen mailadres? Log in met een code
refusal-code-not-valid = Het nummer of de code klopt niet, of de code is te oud. Probeer het opnieuw, of vraag je leidinggevende om een nieuwe.
refusal-code-not-for-them = Een inlogcode is er alleen voor wie een personeelsnummer heeft, en geen mailadres en geen rol.
code-title = Inlogcode voor { $name }
code-lead = Voor wie geen mailadres heeft, om in te loggen op een apparaat dat ook anderen gebruiken.
code-link = Inlogcode
code-card = Inloggen bij { $organisation }
code-name = Voor
code-where = Ga naar
code-until = Werkt tot
code-card-how = Bewaar dit kaartje goed. Kwijt? Vraag een nieuw, dan werkt dit niet meer. Log uit als je klaar bent.
code-print = Print deze pagina nu: alleen het kaartje komt op papier. Je ziet de code niet nog eens.
code-kept = Er is een code
code-kept-by = Gemaakt door { $name } op { $moment }.
code-kept-since = Gemaakt op { $moment }.
code-kept-until = Werkt tot { $moment }.
code-used = Laatst gebruikt op { $moment }.
code-unused = Nog niet gebruikt.
code-make = Maak een code
code-renew = Maak een nieuwe code
code-make-next = Je ziet de code één keer, op een kaartje om te printen. Hij werkt 30 dagen. Geef het kaartje alleen aan deze persoon.
code-renew-next = De oude code werkt dan niet meer, en wie ermee ingelogd is, wordt uitgelogd.
code-make-button = Maak en print
code-renew-button = Maak een nieuwe en print
code-end = Trek de code in
code-said-ended = De code werkt niet meer.
code-said-not = Er is geen code gemaakt.
shared-label = Gedeeld apparaat
shared-device = { $name }, je bent ingelogd op een gedeeld apparaat, tot { $time }. Log uit als je klaar bent.
event-letter-handed-over = Een brief is met de hand gegeven, of toch niet
event-sign-in-code = Een inlogcode is geprint of ingetrokken
held-sign-in-code = Inlogcode
held-field-handedAt = Met de hand gegeven

## It ended without a place
letters-kind-declined = Geen plek
letter-declined-subject = Geen plek: { $workshop }
letter-declined-lead = { $ending ->
    [turned-down] Je vroeg een plek bij { $workshop }. Die kunnen we je deze keer niet geven.
    [offer-lapsed] Er was een plek voor jou bij { $workshop }, maar we hoorden niet op tijd van je. De plek gaat naar iemand anders.
    [request-expired] Je vroeg een plek bij { $workshop }. Er is niet op tijd over je aanvraag besloten. Daarom is die vervallen.
   *[other] Er is voor jou geen plek vrijgekomen bij { $workshop }. De wachtlijst is gesloten.
}
letter-declined-reason = De reden: { $reason }
letter-declined-action = Kijk of er nog een andere datum is. Op de pagina van de workshop kun je ook zeggen dat je wilt weten wanneer er een komt.
place-mark-turned-down = Niet toegewezen
place-state-turned-down = Je hebt hier geen plek gekregen
place-next-turned-down = In de mail staat waarom. Probeer het bij een andere datum.
desk-ending-turned-down = Verzoek afgewezen
desk-ending-no-place = Er kwam geen plek vrij
held-code-turned-down = afgewezen
held-code-no-place = er kwam geen plek vrij
desk-turn-down = Afwijzen
desk-turn-down-title = Verzoek van { $name } afwijzen
desk-turn-down-reason = Waarom kan het niet?
desk-turn-down-hint = Bijvoorbeeld: deze keer gaan collega’s voor die de workshop nodig hebben voor hun werk.
desk-turn-down-next = { $name } krijgt een mail met deze reden, en staat niet meer in de rij.
desk-turned-down = Het verzoek van { $name } is afgewezen. { $name } krijgt een mail met de reden.

## Who sees what
menu-permissions = Wie ziet wat
permissions-title = Wie ziet wat
permissions-lead = Voor elk onderdeel: wie kan erin kijken, wie kan er iets wijzigen, en welke persoonsgegevens er staan.
permissions-how = Deze pagina wordt gemaakt uit dezelfde lijst waarmee Olievlek elke vraag van een browser controleert. Zo klopt ze altijd. Wie ergens niet staat, kan er niet bij. Print haar voor de ondernemingsraad, of stuur het bestand.
permissions-caption = Wie mag wat: { $topic }
permissions-area = Onderdeel
permissions-topic = Onderwerp
permissions-post = Wie
permissions-look = Kijken
permissions-change = Wijzigen
permissions-what = Wat precies
permissions-data = Persoonsgegevens
permissions-no-data = Hier staan geen persoonsgegevens van anderen.
permissions-token = Een programma komt er alleen bij met een sleutel. Een beheerder maakt die, voor een bepaalde tijd en met een lijst van wat het programma mag. Wat iemand nodig heeft om mee te doen, krijgt een programma nooit.
permissions-visitor = Wie niet is ingelogd
permissions-guest = Gast van buiten
permissions-employee = Medewerker
permissions-reach-nothing = Niets
permissions-reach-own = Alleen wat van jezelf is
permissions-reach-invited = Alleen waarvoor je bent uitgenodigd
permissions-reach-given = Alleen bij datums die je zelf geeft
permissions-reach-team = Alleen de eigen afdeling en alles daaronder
permissions-reach-everything = Alles
permissions-area-dialogue = Gesprekken en verbeteringen
permissions-area-learning = Workshops volgen
permissions-area-desk = Workshops organiseren
permissions-area-people = Mensen en afdelingen
permissions-area-letters = Mails
permissions-area-house = Toezicht en privacy
permissions-on-catalogue-title = Catalogus en zoeken
permissions-on-catalogue = De workshops en hun datums. Wie van buiten komt, vindt de catalogus niet. Een concept zien alleen de programmaleider en de beheerder. Wie mensen zoekt, vindt alleen wie die mag zien.
permissions-on-session-title = Een datum
permissions-on-session = Wanneer, waar en bij welke trainer, en hoeveel plekken er zijn. Niet wie er meedoen. De link van een online bijeenkomst zie je pas met een plek.
permissions-on-place-title = Mijn plekken
permissions-on-place = Je eigen inschrijvingen: een plek, een plaats op de wachtlijst, een aanbod. Niemand ziet hier die van een ander.
permissions-on-place-data = Waar je voor bent ingeschreven, je plaats in de rij, en waarom je je afmeldde.
permissions-on-need-title = Wat je nodig hebt om mee te doen
permissions-on-need = Toegankelijkheid en eten. Je vult het zelf in. Alleen de trainers van die ene datum lezen het. De programmaleider, de beheerder en je leidinggevende lezen het niet. Dat een trainer het las, staat in je overzicht.
permissions-on-need-data = Wat je zelf schreef over toegankelijkheid en eten.
permissions-on-calendar-title = Mijn agenda
permissions-on-calendar = Een geheim adres waarmee je eigen agenda je bijeenkomsten leest, en wanneer je een herinnering wilt.
permissions-on-calendar-data = Dat je zo'n adres hebt. Het adres zelf staat nergens leesbaar.
permissions-on-feed-title = Het geheime agenda-adres
permissions-on-feed = Wie het adres kent, leest de bijeenkomsten van die ene persoon. Zonder inloggen, want een agendaprogramma kan niet inloggen. Je kunt het adres zelf intrekken.
permissions-on-feed-data = Je bijeenkomsten: titel, tijd, plaats en link.
permissions-on-team-title = Mijn team
permissions-on-team = Een leidinggevende ziet welke plekken de mensen van de eigen afdeling hebben, en schrijft hen in of af. Niet waarom iemand zich afmeldde, en niet wat iemand nodig heeft.
permissions-on-team-data = Naam, afdeling, inschrijvingen en plaats in de rij.
permissions-on-handover-title = Brieven om uit te delen
permissions-on-handover = Wie geen e-mailadres heeft, krijgt een mail op papier van de leidinggevende. Die leest de brief dus. Dat staat in het overzicht van die persoon.
permissions-on-handover-data = De tekst van de brief, en wie hem wanneer gaf.
permissions-on-list-title = Lijst van datums
permissions-on-list = De datums met hun aantallen. Een trainer ziet de eigen datums. Maken kan alleen wie het programma leidt.
permissions-on-participant-title = Deelnemers van een datum
permissions-on-participant = Wie er meedoen, wie er wachten en wie zich afmeldden, op het scherm, op papier en als bestand. De trainer ziet naam en afdeling, en wat iemand nodig heeft. Wie plant ziet ook nummer, e-mailadres, de reden van een afmelding en waarom een regel opzij ging, maar niet wat iemand nodig heeft. Elk bestand dat het huis verlaat, staat in het logboek.
permissions-on-participant-data = Naam, afdeling, status van de inschrijving. Voor trainers: wat iemand nodig heeft. Voor wie plant: nummer, e-mailadres en redenen.
permissions-on-planning-title = Een datum plannen
permissions-on-planning = Tijden, zaal, trainers, kosten, verzetten, kopiëren en niet laten doorgaan.
permissions-on-bulk-title = Veel mensen tegelijk inschrijven
permissions-on-bulk = Inschrijven uit een lijst met nummers of e-mailadressen.
permissions-on-bulk-data = Naam en of de inschrijving lukte.
permissions-on-guest-title = Gasten
permissions-on-guest = Wie van buiten is uitgenodigd voor een datum. De link in hun mail wordt nergens getoond.
permissions-on-guest-data = Naam, organisatie en e-mailadres.
permissions-on-message-title = Bericht aan deelnemers
permissions-on-message = Een bericht aan wie meedoet of wacht op een datum. Wie de datum geeft, stuurt het ook, zonder adressen te zien.
permissions-on-message-data = De tekst, en aan wie het ging.
permissions-on-register-title = Presentie
permissions-on-register = Wie er was, per bijeenkomst. De trainers van die datum houden het bij.
permissions-on-register-data = Naam, afdeling, en: aanwezig, deels, afwezig of afgemeld.
permissions-on-walk-in-title = Iemand zonder plek erbij zetten
permissions-on-walk-in = Een trainer zoekt wie er in de zaal staat, alleen zolang de presentie open is. Trainers van buiten moeten het hele mailadres of nummer kennen.
permissions-on-walk-in-data = Naam en afdeling van wie er met die letters begint, hooguit tien tegelijk.
permissions-on-check-in-title = Je zelf melden
permissions-on-check-in = Wie de code op het scherm van de trainer scant, meldt zich bij een datum waar die persoon een plek heeft.
permissions-on-check-in-data = Dat en wanneer je je meldde.
permissions-on-workshop-title = De catalogus schrijven
permissions-on-workshop = Workshops toevoegen, wijzigen en uit de catalogus halen.
permissions-on-sign-in-title = Inloggen en uitloggen
permissions-on-sign-in = Een link in de mail, een geprinte code, of één wachtwoord voor de beheerder als de mail niet werkt. Links en codes zijn nergens na te lezen.
permissions-on-sign-in-data = Wanneer je inlogde, en op welk soort apparaat.
permissions-on-account-title = Mijn account
permissions-on-account = Wat we van je weten, je rollen, en de browsers waarin je bent ingelogd.
permissions-on-account-data = Naam, e-mailadres, nummer, functie, afdeling, rollen, taal.
permissions-on-person-title = Mensen
permissions-on-person = Wie hier werkt of van buiten komt. Een leidinggevende ziet de mensen van de eigen afdeling. Dat iemand je pagina bekeek, staat in je overzicht.
permissions-on-person-data = Naam, e-mailadres, nummer, functie, afdeling, eerste en laatste werkdag, rollen, en bij wie van buiten komt de organisatie.
permissions-on-code-title = Inlogcodes
permissions-on-code = Een code op papier voor wie geen e-mailadres heeft. Alleen wie hem print, ziet hem, en maar één keer.
permissions-on-code-data = Naam, nummer, wie de code maakte en wanneer hij werd gebruikt.
permissions-on-role-title = Rollen
permissions-on-role = Wie welke rol heeft, van wie en sinds wanneer. Rollen geven en afnemen staat in het logboek.
permissions-on-role-data = Naam, e-mailadres, rol, afdeling.
permissions-on-department-title = Afdelingen
permissions-on-department = De boom van afdelingen, en hoe hij verandert. Hoeveel mensen ergens werken, ziet een leidinggevende alleen van de eigen afdelingen. Hoeveel er tegelijk weg mogen, bepaalt de leidinggevende van die afdeling.
permissions-on-department-data = De namen van leidinggevenden.
permissions-on-import-title = Bestanden inlezen
permissions-on-import = Personeel, afdelingen en workshops uit een bestand, met een voorbeeld vooraf en de weg terug.
permissions-on-import-data = Wat er in het bestand staat: naam, nummer, e-mailadres, functie, afdeling, werkdagen.
permissions-on-letter-title = Verstuurde mails
permissions-on-letter = Welke mail naar wie ging, en de tekst. Geheime links zijn eruit gehaald. Dat iemand een mail las, staat in het overzicht van wie hem kreeg.
permissions-on-letter-data = E-mailadres, onderwerp en tekst.
permissions-on-wording-title = Teksten van mails
permissions-on-wording = De zinnen van een mail aanpassen. Het voorbeeld gebruikt geen gegevens van mensen.
permissions-on-report-title = Alles wat we van je hebben
permissions-on-report = Alles wat er over jou bewaard wordt, en wie het zag. Ook als bestand.
permissions-on-report-data = Alles van jezelf.
permissions-on-report-of-title = Alles wat we van iemand hebben
permissions-on-report-of = Voor wie erom vraagt en er zelf niet bij kan. Wat iemand nodig heeft om mee te doen, staat er niet in. Dat het gemaakt is, staat in het overzicht van die persoon.
permissions-on-report-of-data = Alles van één persoon, behalve wat die nodig heeft om mee te doen.
permissions-on-erasure-title = Wissen
permissions-on-erasure = Iemand die hier niet meer werkt vergeten. Vooraf staat er wat verdwijnt en wat blijft.
permissions-on-erasure-data = Naam, en hoeveel er van elke soort is.
permissions-on-audit-title = Logboek
permissions-on-audit = Wie wat deed, en wanneer. Het is verzegeld: wie er iets in wijzigt, valt op.
permissions-on-audit-data = Wie iets deed en over wie het ging. Geen teksten en geen e-mailadressen.
permissions-on-permission-title = Deze pagina
permissions-on-permission = Wie wat ziet. De programmaleider en de beheerder leggen er verantwoording mee af.
permissions-on-plain-title = Uitleg
permissions-on-plain = Privacy, bewaartermijnen, toegankelijkheid, de beschrijving voor programma's en waar de broncode staat.
permissions-on-home-title = Startpagina
permissions-on-home = Wat er voor jou te doen is: je volgende plek, je team, je datums.

## Op papier
print-page = Blad { $page } van { $pages }
print-when = Wanneer
print-place = Waar
print-trainers = Trainer
print-sheet-document = Tekenlijst { $workshop }, { $moment }
print-sheet-ask = Zet je handtekening achter je naam. Staat je naam er niet bij? Schrijf hem onderaan.
print-sheet-number = Nr.
print-sheet-name = Naam
print-sheet-department = Afdeling
print-sheet-sign = Handtekening
print-card-document = Naamkaartjes { $workshop }, { $moment }
print-card-none = Nog niemand heeft een plek.
print-certificate-document = Bewijs van deelname van { $name }, { $workshop }
print-certificate-title = Bewijs van deelname
print-certificate-who = Dit bewijs is voor
print-certificate-what = die de workshop heeft gevolgd:
print-certificate-day = Datum
print-certificate-days = Datums
print-certificate-length = Duur
print-certificate-hours = { $hours } uur
print-certificate-issued = Afgegeven op
print-certificate-serial = Nummer
print-certificate-square = Vierkante code met het adres { $address }
print-certificate-check = Of dit bewijs echt is, zie je op dit adres of door de code te scannen.
desk-action-sheet = Tekenlijst van { $moment } (PDF)
desk-action-cards = Naamkaartjes (PDF)
register-sheet = Tekenlijst op papier (PDF)
error-no-print-title = Printen kan hier niet
error-no-print-lead = Op deze installatie zit geen onderdeel om te printen. Vraag het de beheerder. Alles staat ook op de pagina's zelf.
error-print-busy-title = Het printen duurt te lang
error-print-busy-lead = Er wordt nu veel geprint. Probeer het over een paar tellen nog een keer.
letter-certified-subject = Je bewijs van deelname: { $workshop }
letter-certified-lead = Je hebt { $workshop } gevolgd. Je bewijs van deelname staat klaar.
letter-certified-action = Bewaar het of print het. Er staat een nummer op. Daarmee kan iedereen zien dat het bewijs echt is.
letter-certified-button = Naar je bewijzen
letters-kind-certified = Bewijs van deelname
letter-certificate-revoked-subject = Je bewijs is ingetrokken: { $workshop }
letter-certificate-revoked-lead = Je bewijs van deelname van { $workshop } is ingetrokken. Het is niet meer geldig. Wie het nummer controleert, ziet dat ook.
letter-certificate-revoked-action = Bij je bewijzen lees je waarom. Klopt het niet? Laat het je trainer weten, of wie de workshops plant.
letters-kind-certificate-revoked = Ingetrokken bewijs van deelname
letter-register-button = Naar de presentie
letter-register-open-subject = Sluit de presentie nog: { $workshop }
letter-register-open-lead = De presentie van { $workshop } van { $start } is nog open. Kijk of iedereen genoteerd is, en sluit hem.
letter-register-open-action = Pas daarna krijgen deelnemers hun bewijs van deelname. We herinneren je hier één keer aan.
letters-kind-register-open = Presentie nog open
letter-register-late-subject = Presentie al vijf werkdagen open: { $workshop }
letter-register-late-lead = Niemand heeft de presentie van { $workshop } van { $start } gesloten. De trainers hebben al een herinnering gehad.
letter-register-late-action = Vraag de trainer ernaar, of sluit de presentie zelf. Zolang hij open is, krijgt niemand een bewijs van deelname.
letters-kind-register-late = Presentie al dagen open
event-certificate-issued = Iemand kreeg een bewijs van deelname
event-certificate-revoked = Een bewijs van deelname is ingetrokken
held-certificates = Bewijzen van deelname
held-field-serial = Nummer
held-field-issuedAt = Afgegeven
held-field-revokedReason = Waarom ingetrokken
refusal-no-certificates = Van deze datum is er nog geen bewijs van deelname. De bewijzen komen er als de trainer de presentielijst sluit.
retention-kind-deputies = Wie een leidinggevende verving
retention-after-deputies = { $days ->
    [one] 1 dag na de laatste dag
   *[other] { $days } dagen na de laatste dag
}
retention-kind-bundles = Bewijzen van deelname die samen zijn geprint
retention-after-bundles = { $days ->
    [one] 1 dag nadat iemand erom vroeg
   *[other] { $days } dagen nadat iemand erom vroeg
}

## Bewijzen van deelname
certificate-list-title = Mijn bewijzen
certificate-list-lead = Je krijgt een bewijs als je een workshop hebt gevolgd. Met het nummer ziet iedereen of het echt is.
certificate-count = { $count ->
    [one] 1 bewijs van deelname
   *[other] { $count } bewijzen van deelname
}
certificate-none = Je hebt nog geen bewijs van deelname. Je krijgt het als de trainer de presentielijst van je workshop sluit.
certificate-none-do = Naar je plekken
certificate-issued = Afgegeven op { $date }
certificate-revoked = Ingetrokken op { $date }
certificate-revoked-because = Reden: { $reason }
certificate-serial = Nummer { $serial }
certificate-download = Bewijs (PDF)
certificate-check = Bekijk wat een ander ziet
certificate-from-places = Mijn bewijzen van deelname
desk-action-certificates = Bewijzen van deelname
desk-certificates-title = Bewijzen van deelname
desk-certificates-none = Er zijn nog geen bewijzen. Ze komen er als de presentielijst gesloten is.
desk-certificates-all = Alle bewijzen samen
desk-certificates-next = Olievlek print ze na elkaar en maakt er één ZIP-bestand van. Dat blijft een dag staan.
desk-certificates-make = Maak het bestand
desk-certificates-again = Maak het opnieuw
desk-certificates-asked = Het bestand wordt gemaakt.
desk-certificates-progress = { $done } van { $total } bewijzen zijn geprint
desk-certificates-wait = Deze pagina ververst zichzelf.
desk-certificates-refresh = Ververs nu
desk-certificates-ready = { $count ->
    [one] Het bestand met 1 bewijs staat klaar.
   *[other] Het bestand met { $count } bewijzen staat klaar.
}
desk-certificates-until = Je kunt het ophalen tot { $moment }.
desk-certificates-fetch = Haal op (ZIP)
desk-certificates-failed = Het printen lukte niet. Probeer het nog een keer. Gaat het weer mis? Meld het dan aan de beheerder.
desk-certificates-stands = Het printen staat stil. Maak het bestand opnieuw.
verify-title = Is dit bewijs echt?
verify-lead = Typ het nummer over van een bewijs van deelname van { $organisation }.
verify-serial = Nummer van het bewijs
verify-serial-hint = Bijvoorbeeld { $example }. Hoofdletters, spaties en streepjes maken niet uit.
verify-do = Controleer
verify-genuine = Dit bewijs is echt
verify-genuine-lead = Dit bewijs van deelname is door { $organisation } afgegeven.
verify-revoked = Dit bewijs is ingetrokken
verify-revoked-lead = { $organisation } gaf dit bewijs af, en trok het op { $date } weer in. Het is niet meer geldig.
verify-unknown = We kennen dit bewijs niet
verify-unknown-lead = Er is geen bewijs met nummer { $serial }. Kijk of je het goed hebt overgetypt. Een bewijs van iemand die hier al lang niet meer werkt, bewaren we niet.
verify-slip = Dit nummer klopt niet
verify-slip-lead = Er zit een tikfout in { $serial }. Typ het nummer nog een keer over.
verify-name = Naam
verify-workshop = Workshop
verify-day = Datum
verify-days = Datums
verify-issued = Afgegeven op
verify-number = Nummer
verify-privacy = Deze pagina laat van een naam alleen de voorletters en de achternaam zien. Vergelijk ze met de naam op papier.
permissions-on-certificate-title = Bewijzen van deelname
permissions-on-certificate = Je eigen bewijzen. De trainer van de datum en de planner kunnen ze ook printen.
permissions-on-certificate-data = Naam, workshop, datums, trainers en nummer van het bewijs.
permissions-on-verify-title = Controle van een bewijs
permissions-on-verify = Wie het nummer van een bewijs heeft, ziet of het echt is. Zonder nummer is er niets te vinden.
permissions-on-verify-data = Voorletters en achternaam, workshop en datums.
permissions-on-paper-title = Bewijzen van een datum
permissions-on-paper = De bewijzen van iedereen die een datum heeft gevolgd, voor wie de datum plant of geeft.
permissions-on-paper-data = Naam, workshop, datums, trainers en nummer van elk bewijs.
desk-certificates-gone = Dit bestand is er niet meer. Maak het opnieuw.
verify-another = Controleer een ander bewijs
## Requests for approval, deputies and held seats
approval-title = Aanvragen
approval-lead = Deze mensen vragen een plek, en jij beslist. Een aanvraag neemt nog geen plek in.
approval-count = { $count ->
    [one] Er wacht 1 aanvraag op je besluit
   *[other] Er wachten { $count } aanvragen op je besluit
}
approval-wait = { $count ->
    [one] Er wacht 1 aanvraag op jouw besluit.
   *[other] Er wachten { $count } aanvragen op jouw besluit.
}
approval-see = Bekijk en beslis
approval-none = Er wacht geen aanvraag op je besluit.
approval-only-mine = Toon alleen waar jij over beslist
approval-show-all = Toon ook wat leidinggevenden nog niet hebben besloten
approval-asked-at = Gevraagd op { $moment }
approval-until = Beslissen kan tot { $moment }
approval-step-manager = De programmaleider beslist
approval-other = Vroeg ook: { $title }, { $moment }
approval-grant = Goedkeuren
approval-grant-next = Is er een plek vrij, dan krijgt de collega die meteen. Is het vol, dan komt de collega op de wachtlijst, op volgorde van het moment van vragen. De collega krijgt een mail.
approval-decline = Afwijzen
approval-bulk = Beslis over alles wat je aanvinkt
approval-reason = Waarom wijs je af?
approval-reason-hint = Alleen nodig als je afwijst. Dit staat in de mail aan de collega, en de beheerder kan het lezen.
approval-next = Iedereen over wie je beslist, krijgt een mail. Wat niet kan, slaan we over; je ziet hierna waarom.
approval-grant-all = Keur aangevinkte goed
approval-decline-all = Wijs aangevinkte af
approval-told = Dit is er besloten
approval-result-confirmed = Heeft een plek
approval-result-waiting = Staat op de wachtlijst
approval-result-passed-on = Goedgekeurd; nu beslist de programmaleider
approval-result-declined = Afgewezen
approval-said-confirmed = { $name } heeft een plek en krijgt een mail.
approval-said-waiting = { $name } staat op de wachtlijst en krijgt een mail.
approval-said-passed-on = Je hebt de aanvraag van { $name } goedgekeurd. Nu beslist de programmaleider.
approval-said-declined = De aanvraag van { $name } is afgewezen. { $name } krijgt een mail.
approval-state-open = Nog geen besluit
approval-state-granted = Goedgekeurd
approval-state-declined = Afgewezen
approval-state-expired = Niet op tijd besloten
approval-state-withdrawn = Niet meer nodig
approval-decided-by = { $name } besloot dit op { $moment }.
approval-because = Reden: { $reason }
approval-rule = Goedkeuring
approval-rule-none = Niet nodig
approval-rule-head = Je leidinggevende beslist
approval-rule-head-then-manager = Eerst beslist je leidinggevende, dan de programmaleider
desk-approval-hint = Met goedkeuring is een inschrijving eerst een aanvraag. Die neemt nog geen plek in. Wie een leidinggevende of planner inschrijft, is al goedgekeurd. Loten kan dan niet.
desk-requests-asked = Wachten op goedkeuring ({ $count })
desk-history-field-approval = Goedkeuring
session-ask = Vraag een plek aan
session-to-ask = Naar de aanvraag
session-place-ask = Je vraagt een plek aan
session-ask-head = Je leidinggevende beslist.
session-ask-head-then-manager = Eerst beslist je leidinggevende, daarna de programmaleider.
session-ask-next = Heb je geen leidinggevende, of ben je het zelf? Dan beslist de programmaleider. Je krijgt een mail met het besluit.
session-ask-seat = Een aanvraag houdt nog geen plek bezet. Is het vol als er wordt beslist, dan kom je op de wachtlijst, op volgorde van het moment waarop je het vroeg.
place-badge-asked = Je aanvraag wacht op een besluit
place-mark-asked = Aangevraagd
place-mark-request-expired = Niet op tijd besloten
place-state-asked = Je aanvraag wacht op een besluit
place-state-request-expired = Er is niet op tijd besloten
place-asked = Er kan worden besloten tot { $moment }. Je krijgt een mail zodra het zover is.
place-next-asked = Je krijgt een mail zodra er een besluit is.
place-next-request-expired = Niemand besloot op tijd over je aanvraag. Kies een andere datum en overleg met je leidinggevende.
place-said-asked = Je aanvraag is verstuurd. Je krijgt een mail zodra er een besluit is.
place-withdraw-request = Wil je toch niet?
place-withdraw-request-next = Je trekt je aanvraag in. Zolang inschrijven kan, kun je opnieuw vragen.
place-leave-request = Trek mijn aanvraag in
team-said-asked = Voor { $name } is een plek aangevraagd. Nu beslist de programmaleider. { $mail ->
    [yes] { $name } krijgt een mail.
   *[no] { $name } heeft geen e-mailadres: vertel jij het?
}
deputy-title = Vervangers
deputy-lead = Ben je er even niet? Dan kan een ander over aanvragen beslissen. Een vervanger ziet alleen die aanvragen, en verder niets van je team.
deputy-now = { $count ->
    [0] Niemand vervangt je nu
    [one] Eén collega vervangt je
   *[other] { $count } collega’s vervangen je
}
deputy-none = Zolang je niemand kiest, beslis alleen jij.
deputy-until = tot en met { $day }
deputy-end = Stop nu
deputy-new = Kies een vervanger
deputy-person = Wie?
deputy-person-hint = Het e-mailadres of personeelsnummer van een collega.
deputy-until-field = Tot en met welke dag?
deputy-until-hint = Op die dag kan je vervanger nog beslissen. Daarna stopt het vanzelf.
deputy-name = Maak vervanger
deputy-next = Je vervanger krijgt een mail. Zelf kun je ook blijven beslissen. Wie wie vervangt, staat in het logboek.
deputy-said-named = Je vervanger kan nu over aanvragen beslissen en krijgt een mail.
deputy-said-ended = Deze collega beslist niet meer over aanvragen.
hold-title = Houd plekken vast
hold-heading = Vastgehouden plekken
hold-lead = Vastgehouden plekken zijn voor mensen van één afdeling. Je geeft ze later een naam. Plekken zonder naam komen vanzelf vrij.
hold-most = Leidinggevenden houden samen hooguit { $most } plekken van deze datum vast. Nu zijn dat er { $held }.
hold-department = Voor welke afdeling of welk team?
hold-seats = Hoeveel plekken?
hold-days = Hoeveel dagen voor het begin komen ze vrij?
hold-days-hint = 0 betekent: bij het begin.
hold-do = Houd plekken vast
hold-next = Twee dagen voordat de plekken vrijkomen, krijg je een mail.
hold-none = Er worden geen plekken vastgehouden voor jouw mensen.
hold-line = { $department } houdt { $count ->
    [one] 1 plek
   *[other] { $count } plekken
} vast, tot { $moment }.
hold-give-names = Geef namen
hold-names-title = Namen voor vastgehouden plekken
hold-give = Geef een plek
hold-give-next = De collega heeft de plek meteen, en krijgt een mail. De gewone regels gelden. Laten de regels het niet toe, dan blijft de plek vastgehouden.
hold-here = Doet al mee
hold-over = Deze plekken zijn vrijgekomen, of hebben allemaal een naam.
hold-release-title = Heb je ze niet nodig?
hold-release-next = De plekken zijn dan weer voor iedereen. Wacht er iemand, dan krijgt die een plek aangeboden.
hold-release = Geef de plekken vrij
hold-said-held = De plekken zijn vastgehouden. Geef ze hier een naam.
hold-said-named = { $name } heeft een plek.
hold-said-released = De plekken zijn weer vrij.
refusal-already-decided = Over deze aanvraag is al besloten, of hij is ingetrokken.
refusal-own-request = Over je eigen aanvraag beslist iemand anders.
refusal-people-wait = Er wachten mensen op een plek. Dan kun je geen plekken vasthouden.
refusal-fewer-free = { $free ->
    [0] Er zijn geen plekken vrij om vast te houden.
    [one] Er is nog maar 1 plek vrij. Houd er minder vast.
   *[other] Er zijn nog maar { $free } plekken vrij. Houd er minder vast.
}
refusal-too-many-held = Leidinggevenden houden samen hooguit { $most } plekken van deze datum vast, en nu al { $held }. Vraag de programmaleider als je er meer nodig hebt.
refusal-nothing-to-hold = Hier valt niets vast te houden: er is geen grens aan het aantal plekken, of de plekken worden geloot.
refusal-hold-over = Deze plekken zijn vrijgekomen, of hebben allemaal een naam.
refusal-not-of-department = Deze plekken zijn voor mensen van { $name }.
refusal-manager-decides = Bij deze workshop beslist ook de programmaleider. Vraag de programmaleider om de plek.
problem-draw-with-approval = Bij deze workshop beslist de leidinggevende. Loten kan dan niet.
problem-approval-with-draw = Van deze workshop wordt nog een datum geloot. Zet goedkeuring aan als de loting is geweest.
problem-choose-requests = Vink een aanvraag aan.
problem-hold-in-the-past = Dat moment is al geweest. Kies minder dagen.
problem-deputy-unknown = We kennen niemand met dit e-mailadres of nummer.
problem-deputy-self = Je kunt jezelf niet vervangen.
problem-deputy-not-here = Deze persoon werkt hier niet.
problem-deputy-too-long = Kies een dag binnen een jaar.
letter-asked-subject = Je aanvraag is verstuurd: { $workshop }
letter-asked-lead = Je vroeg een plek bij { $workshop }. Nu beslist je leidinggevende of de programmaleider.
letter-asked-action = Beslissen kan tot { $moment }. Je krijgt daarna een mail. Kun je toch niet? Trek je aanvraag dan in.
letter-granted-subject = Goedgekeurd, je hebt een plek: { $workshop }
letter-granted-lead = Goed nieuws: je aanvraag voor { $workshop } is goedgekeurd. Je hebt een plek.
letter-approval-asked-subject = { $name } vraagt een plek: { $workshop }
letter-approval-asked-lead = { $name } wil graag meedoen met { $workshop }. Jij beslist.
letter-approval-asked-action = Beslis voor { $moment }. Daarna vervalt de aanvraag. Je opent eerst een pagina; pas met de knop daar besluit je iets.
letter-approval-reminder-subject = Nog geen besluit voor { $name }: { $workshop }
letter-approval-reminder-lead = { $name } wacht nog op je besluit over { $workshop }. We herinneren je hier één keer aan.
letter-approval-over-subject = De aanvraag van { $name } is vervallen: { $workshop }
letter-approval-over-lead = { $name } vroeg een plek bij { $workshop }. Niemand besloot op tijd, of de workshop gaat niet door. De aanvraag is vervallen.
letter-approval-over-action = { $name } heeft ook bericht gekregen. Overleg samen over een andere datum.
letter-deputy-named-subject = Je vervangt { $name } bij aanvragen
letter-deputy-named-lead = Tot en met { $day } beslis jij over aanvragen van de mensen van { $name }.
letter-deputy-named-action = Je krijgt een mail als iemand een plek vraagt. Verder zie je niets van het team.
letter-hold-ending-subject = Vastgehouden plekken komen vrij: { $workshop }
letter-hold-ending-lead = { $department } houdt nog { $count ->
    [one] 1 plek
   *[other] { $count } plekken
} vast bij { $workshop }. Op { $moment } komen die vanzelf vrij.
letter-hold-ending-action = Wil je de plekken gebruiken? Geef dan namen.
letter-button-place = Bekijk je aanvraag
letter-button-request = Bekijk de aanvraag
letter-button-requests = Bekijk de aanvragen
letter-button-names = Geef namen
letters-kind-asked = Je aanvraag is verstuurd
letters-kind-granted = Goedgekeurd, je hebt een plek
letters-kind-approval-asked = Iemand vraagt een plek, jij beslist
letters-kind-approval-reminder = Nog geen besluit over een aanvraag
letters-kind-approval-over = Een aanvraag is vervallen
letters-kind-deputy-named = Je vervangt een leidinggevende
letters-kind-hold-ending = Vastgehouden plekken komen vrij
event-approval-asked = Iemand vraagt een plek waar een ander over beslist
event-approval-granted = Een aanvraag is goedgekeurd
event-deputy-named = Een leidinggevende koos een vervanger
event-deputy-ended = Een vervanging is gestopt
event-seats-held = Er zijn plekken vastgehouden
event-seat-named = Een vastgehouden plek kreeg een naam
event-seats-released = Vastgehouden plekken zijn vrijgekomen
desk-ending-request-expired = Niet op tijd besloten
held-approvals = Besluiten over je aanvragen
held-decisions = Besluiten die deze persoon nam over aanvragen
held-deputies = Vervanging van of door deze persoon
held-holds = Plekken die deze persoon vasthield
held-field-step = Wie beslist
held-field-state = Besluit
held-field-askedAt = Gevraagd op
held-field-decidedAt = Besloten op
held-field-until = Tot en met
held-field-standsIn = Rol
held-field-seats = Plekken zonder naam
held-field-heldAt = Vastgehouden op
held-code-manager = programmaleider
held-code-open = nog geen besluit
held-code-granted = goedgekeurd
held-code-expired = niet op tijd besloten
held-code-deputy = is vervanger
held-code-is-replaced = wordt vervangen
held-code-request-expired = niet op tijd besloten
permissions-reach-stands-in = Alleen de aanvragen waarover iemand als vervanger beslist
permissions-on-approval-title = Aanvragen
permissions-on-approval = Voor sommige workshops beslist de leidinggevende, of daarna ook de programmaleider. Een vervanger beslist mee tot en met een dag die de leidinggevende kiest, en ziet verder niets van het team.
permissions-on-approval-data = Naam, afdeling, wat iemand vraagt en wanneer, andere aanvragen, het besluit, wie dat nam, en de reden van een afwijzing.
permissions-on-deputy-title = Vervangers
permissions-on-deputy = Een leidinggevende kiest wie tot en met een dag over aanvragen beslist. Dat staat in het logboek.
permissions-on-deputy-data = Wie wie vervangt, en tot en met welke dag.
permissions-on-hold-title = Vastgehouden plekken
permissions-on-hold = Een leidinggevende houdt plekken vast voor de eigen afdeling, en geeft ze een naam. Planners zien alle vastgehouden plekken.
permissions-on-hold-data = Wie plekken vasthield, voor welke afdeling, en wie er een kreeg.
api-grant-request = Een aanvraag goedkeuren
api-decline-request = Een aanvraag afwijzen
api-hold-seats = Plekken vasthouden voor een afdeling
api-release-seats = Vastgehouden plekken vrijgeven
## Gerichte trainingen

menu-team-assignments = Trainingen van mijn team
menu-assignments = Gerichte trainingen
extensions-title = Meer tijd gevraagd
extensions-lead = Deze mensen halen de dag niet en vragen meer tijd. Jij beslist.
extensions-count = { $count ->
    [one] 1 persoon vraagt meer tijd
   *[other] { $count } mensen vragen meer tijd
}
extensions-wait = { $count ->
    [one] 1 persoon vraagt meer tijd voor een training.
   *[other] { $count } mensen vragen meer tijd voor een training.
}
extensions-see = Bekijk en beslis
extensions-place = Heeft een datum gekozen: { $moment }
extensions-next = Iedereen over wie je beslist, krijgt bericht.
extensions-none = Niemand vraagt meer tijd.
menu-waiting = wacht op jou
duties-title = Wat je moet volgen
duties-lead = Deze workshops horen bij je werk. Kies op tijd een datum.
duties-all = Alles wat je moet volgen
duties-none = Je hoeft nu niets te volgen. Wil je zelf iets leren? Kies een workshop.
duties-closed = Klaar
duty-state-assigned = Nog geen datum gepland
duty-state-no-date = Nog geen datum gekozen
duty-state-enrolled = Datum gekozen
duty-state-attended = Geweest
duty-state-done = Gevolgd
duty-state-overdue = Te laat
duty-state-exempt = Hoeft niet
duty-due = Uiterlijk { $date }
duty-done-on = Gevolgd op { $date }
duty-no-dates = Er is nog geen datum waar je uit kunt kiezen. Zodra die er is, kun je hier kiezen.
duty-exempt-because = Hoeft niet: { $reason }
duty-asks = vraagt meer tijd
duty-more-title = Lukt het niet op tijd?
duty-more-until = Tot wanneer heb je tijd nodig?
duty-more-reason = Waarom lukt het niet eerder?
duty-more-next = Je leidinggevende leest dit en beslist. Je krijgt bericht.
duty-more-ask = Vraag meer tijd
duty-more-asked = Je vroeg meer tijd, tot { $date }. Je leidinggevende beslist nog.
duty-more-declined = Je vroeg meer tijd, maar kreeg die niet. De dag blijft zoals hij was.
duty-asked = Je vraag is verstuurd. Je leidinggevende beslist, en je krijgt bericht.
duty-wish = Vraagt meer tijd, tot { $date }
duty-wish-own = Over je eigen vraag beslist iemand anders.
duty-wish-next = { $name } krijgt bericht van wat je beslist.
duty-grant = Geef meer tijd
duty-decline = Geef geen extra tijd
duty-answered = Je antwoord is verstuurd.
duty-exempt-title = Hoeft het niet?
duty-exempt-reason = Waarom hoeft het niet?
duty-exempt-hint = Bijvoorbeeld: geeft de workshop zelf. Deze persoon leest dit ook.
duty-exempt = Laat dit vervallen
duty-again = Moet het toch volgen
duty-exempted = Het hoeft niet meer.
duty-not-exempted = Het moet weer gevolgd worden.
assignments-title = Gerichte trainingen
assignments-lead = Wat een groep moet volgen, hoe ver die is, en of er plekken genoeg zijn.
assignments-count = { $count ->
    [one] 1 training
   *[other] { $count } trainingen
}
assignments-asked = { $count ->
    [one] 1 persoon vraagt meer tijd.
   *[other] { $count } mensen vragen meer tijd.
}
assignments-none = Er is nog niets toegewezen. Wijs een workshop toe aan een groep.
assignments-by-team = Per team
assignments-team = Team
assignments-all = Iedereen
assignment-new = Wijs een workshop toe
assignment-new-title = Een workshop toewijzen
assignment-new-lead = Kies wat gevolgd moet worden, door wie en voor wanneer. Je ziet eerst wat dat betekent.
assignment-track-named = Leerroute: { $title }
assignment-subject = Wat moet gevolgd worden?
assignment-subject-empty = Kies een workshop of een leerroute
assignment-who = Voor welke afdelingen of functies?
assignment-who-hint = Namen van afdelingen of functies, met een komma ertussen. Een afdeling is met alles wat eronder valt.
assignment-people = En voor wie nog meer?
assignment-people-hint = E-mailadressen of personeelsnummers, één per regel.
assignment-due = Uiterlijk op
assignment-due-hint = Voor iedereen dezelfde dag.
assignment-days = Of: dagen na de start
assignment-days-hint = Zoveel dagen nadat iemand bij de groep komt. Wie er al is, telt vanaf vandaag.
assignment-reason = Waarom?
assignment-reason-hint = Dit staat in de mail en op de pagina van iedereen die het moet volgen.
assignment-repeat = Opnieuw na … jaar
assignment-repeat-hint = Leeg: één keer is genoeg.
assignment-next = Iedereen die het nog niet volgde, krijgt een mail met de reden en de dag. Wie later bij de groep komt, krijgt die ook.
assignment-show = Bekijk wat dit betekent
assignment-make = Wijs toe aan { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
assignment-made = Toegewezen. Iedereen die het moet volgen, krijgt een mail.
assignment-preview = Wat dit betekent
assignment-preview-people = Het gaat om { $count ->
    [0] niemand. Kies een andere groep.
    [one] 1 persoon.
   *[other] { $count } mensen.
}
assignment-preview-step = { $workshop }: { $done } volgden dit al, { $placed } hebben al een plek.
assignment-short = { $workshop }: { $people } mensen hebben nog geen plek en er zijn { $seats } plekken vrij. Er zijn { $shortage } plekken te weinig.
assignment-enough = { $workshop }: { $people } mensen hebben nog geen plek en er zijn { $seats } plekken vrij.
assignment-enough-no-limit = { $workshop }: { $people } mensen hebben nog geen plek. Er is plek voor iedereen.
assignment-plan = Plan een datum voor deze groep
assignment-plan-by = De programmaleider ziet dit ook, en plant een datum.
assignment-due-on = Uiterlijk { $date }
assignment-due-days = Binnen { $days } dagen na de start
assignment-progress = { $done } van { $total } gevolgd
assignment-repeats = Opnieuw na { $years } jaar.
assignment-filter = Toon alleen
assignment-people-count = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
assignment-nobody = Er is niemand in deze lijst.
assignment-enrol = Schrijf mensen in
assignment-session = Voor welke datum?
assignment-session-empty = Kies een datum
assignment-date-free = { $free ->
    [0] wachtlijst
    [one] nog 1 plek
   *[other] nog { $free } plekken
}
assignment-enrol-next = Wie je hierboven aanvinkt, krijgt een plek of komt op de wachtlijst, en krijgt daar een mail over.
assignment-enrol-button = Schrijf deze mensen in
assignment-enrolled = { $count ->
    [one] 1 persoon is ingeschreven.
   *[other] { $count } mensen zijn ingeschreven.
}
assignment-enrolled-some = Niet iedereen is ingeschreven. Het lukte bij { $count }.
assignment-skipped = Niet ingeschreven
assignment-choose-date = Kies een datum.
assignment-choose-people = Vink eerst aan wie je wilt inschrijven.
assignment-manage = Later of stoppen
assignment-later = Een latere dag
assignment-later-next = De dag kan alleen later worden. Wie al een latere dag had, houdt die.
assignment-changed = De wijziging is bewaard.
assignment-end-next = Stoppen: niemand hoeft het meer te volgen. Wat gevolgd is, blijft bewaard.
assignment-end = Stop deze training
assignment-ended = De training is gestopt. Niemand hoeft hem meer te volgen.
assignment-column-due = Uiterlijk
assignment-column-date = Datum
desk-targeted-first = Wie dit moet volgen, gaat voor op de wachtlijst
desk-targeted-first-hint = Mensen aan wie de workshop is toegewezen, staan dan voor wie zelf koos.
tracks-title = Leerroutes
tracks-lead = Meer workshops in een vaste volgorde, die je in één keer toewijst.
tracks-count = { $count ->
    [one] 1 leerroute
   *[other] { $count } leerroutes
}
tracks-none = Er is nog geen leerroute. Maak er een van workshops die bij elkaar horen.
track-new = Maak een leerroute
track-new-title = Een leerroute maken
track-edit-title = Leerroute wijzigen
track-title = Naam
track-summary = Waar gaat het over?
track-steps = Workshops, in volgorde
track-step = Workshop { $n }
track-step-empty = Geen
track-next-new = Daarna kun je de leerroute toewijzen aan een groep.
track-next = Wie deze leerroute al volgt, gaat mee: een nieuwe workshop komt erbij, een workshop die weg is hoeft niet meer.
track-saved = De leerroute is bewaard.
track-retired = Niet meer in gebruik
track-workshops = { $count ->
    [one] 1 workshop
   *[other] { $count } workshops
}
track-retire = Haal uit gebruik
track-retire-next = Uit gebruik: je kunt de leerroute niet meer toewijzen. Wie ermee bezig is, gaat door.
track-back = Neem weer in gebruik
track-back-next = Je kunt de leerroute daarna weer toewijzen.
problem-only-later = Kies een latere dag dan nu. De dag kan alleen later worden.
problem-day-or-days = Vul een dag in of een aantal dagen, niet allebei.
problem-not-of-your-team = Hier zitten mensen bij van wie je geen leidinggevende bent. Kies alleen je eigen afdelingen en mensen.
problem-people-unknown = Deze mensen kennen we niet: { $parts }.
problem-workshop-twice = Dezelfde workshop staat er twee keer in. Haal er een weg.
letter-duty-reason = Waarom: { $reason }
letter-assigned-subject = Dit moet je volgen: { $title }
letter-assigned-lead = Bij je werk hoort { $title }. Volg dit uiterlijk { $due }.
letter-assigned-action = Kies een datum die jou past. Lukt het niet op tijd, dan kun je op dezelfde pagina meer tijd vragen.
letter-no-date-subject = Kies nog een datum: { $title }
letter-no-date-lead = Je koos nog geen datum voor { $title }. Volg dit uiterlijk { $due }.
letter-no-date-action = Kies een datum die jou past. Lukt het niet op tijd, dan kun je op dezelfde pagina meer tijd vragen.
letter-overdue-subject = Te laat met een training: { $n }
letter-overdue-lead = { $n ->
    [one] Iemand van je team is te laat met een training die bij het werk hoort.
   *[other] In je team is { $n } keer een training niet op tijd gevolgd.
}
letter-overdue-line = { $name }: { $workshop }, uiterlijk { $due }
letter-overdue-action = Je kunt iemand inschrijven, meer tijd geven of laten weten dat het niet hoeft.
letter-button-assignments = Bekijk je team
letter-button-duties = Bekijk wat je moet volgen
letter-more-time-subject = Je vraag om meer tijd: { $title }
letter-more-time-lead = { $answer ->
    [granted] Je krijgt meer tijd voor { $title }. Volg dit nu uiterlijk { $due }.
   *[declined] Je krijgt geen extra tijd voor { $title }. Volg dit uiterlijk { $due }.
}
letter-more-time-action = Vragen? Ga naar je leidinggevende.
event-track-made = Er is een leerroute gemaakt
event-track-changed = Een leerroute is gewijzigd
event-assignment-made = Een training is toegewezen aan een groep
event-assignment-changed = Een toegewezen training is gewijzigd
event-assignment-ended = Een toegewezen training is gestopt
event-assignment-filled = Een training is bijgewerkt voor wie in de groep kwam of eruit ging
event-duty-exempted = Iemand hoeft een training niet te volgen, of toch weer wel
event-more-time-asked = Iemand vroeg meer tijd voor een training
event-more-time-answered = Een vraag om meer tijd is beantwoord
held-duties = Wat gevolgd moet worden
held-field-dueOn = Uiterlijk
held-field-doneOn = Gevolgd op
held-field-since = Sinds
held-field-exemptReason = Waarom het niet hoeft
held-field-exemptedAt = Hoeft niet sinds
held-field-askedUntil = Vroeg tijd tot
held-field-askedReason = Waarom meer tijd
held-field-answer = Antwoord
held-code-left-group = niet meer in de groep
held-code-assignment-ended = training gestopt
held-code-renewed = opnieuw begonnen
permissions-on-duty-title = Wat je moet volgen
permissions-on-duty = Iedereen ziet wat bij het eigen werk gevolgd moet worden, en kan meer tijd vragen.
permissions-on-duty-data = Workshop, uiterste dag, reden, en wat er over meer tijd is gezegd.
permissions-on-assignment-title = Trainingen van het team
permissions-on-assignment = Een leidinggevende wijst workshops toe aan de eigen mensen, ziet hoe ver zij zijn, en beslist over uitstel.
permissions-on-assignment-data = Naam, afdeling, workshop, hoe ver iemand is, en waarom iets niet hoeft of later mag.
permissions-on-assignments-title = Gerichte trainingen
permissions-on-assignments = De programmaleider wijst workshops toe aan iedereen, en ziet waar plekken tekortkomen.
permissions-on-assignments-data = Naam, afdeling, workshop, hoe ver iemand is, en waarom iets niet hoeft of later mag.
permissions-on-track-title = Leerroutes
permissions-on-track = Leerroutes maken, wijzigen en uit gebruik halen.
api-list-assignments = Wat groepen moeten volgen, het nieuwste eerst
api-assign = Een workshop of leerroute toewijzen aan een groep
api-show-assignment = Eén toegewezen training
api-show-progress = Hoe ver een groep is: hoeveel per stand, plekken tekort, en wie waar staat
letters-kind-assigned = Dit moet je volgen
letters-kind-no-date = Kies nog een datum
letters-kind-overdue = Te laat met een training
letters-kind-more-time = Antwoord op een vraag om meer tijd

evaluation-title = Wat vond je van { $workshop }?
evaluation-title-later = Wat doe je met { $workshop }?
evaluation-lead-after-closing = Vier korte vragen. Het kost je een minuut.
evaluation-lead-after-twelve-weeks = Twee korte vragen, twaalf weken later. Het kost je een minuut.
evaluation-anonymous = Je antwoord is anoniem
evaluation-anonymous-short = We bewaren niet wie wat antwoordde. Cijfers zijn te zien vanaf { $fewest } antwoorden, voor trainers van deze workshop en wie het programma leidt. Je leidinggevende ziet niets.
evaluation-anonymous-more = Hoe we dat doen, en wie wat ziet
evaluation-anonymous-how = We bewaren je antwoord zonder je naam, zonder de datum van de workshop en zonder tijd. Je hoeft niet in te loggen.
evaluation-anonymous-when = Antwoorden worden pas getoond als er minstens { $fewest } zijn. Nieuwe antwoorden komen er met { $fewest } of meer tegelijk bij.
evaluation-anonymous-who = Trainers van de workshop en de mensen die het programma leiden zien de cijfers. Wat je opschrijft zien alleen de trainers en de programmaleider, in willekeurige volgorde en pas vanaf { $fewest } opmerkingen. Je leidinggevende ziet niets.
evaluation-useful = Bruikbaar in mijn werk
evaluation-clear = Duidelijk uitgelegd
evaluation-recommend = Ik raad het een collega aan
evaluation-low = helemaal niet
evaluation-high = helemaal wel
evaluation-remark-after-closing = Wat kan beter?
evaluation-remark-after-twelve-weeks = Wil je er iets over vertellen?
evaluation-remark-hint = Hoogstens { $most } tekens. Noem geen namen, ook niet die van jezelf.
evaluation-left = Nog # tekens over.
evaluation-too-many = # tekens te veel.
evaluation-applied = Heb je de laatste twee weken toegepast wat je leerde?
evaluation-helped = Wat hielp?
evaluation-hindered = Wat zat in de weg?
evaluation-several = Je mag er meer kiezen.
evaluation-option-yes = Ja
evaluation-option-no = Nee
evaluation-option-no-occasion = Er was geen werk waarbij het kon
evaluation-option-helped-practice = Ik kon oefenen
evaluation-option-helped-time = Ik kreeg er tijd voor
evaluation-option-helped-head = Mijn leidinggevende steunde me
evaluation-option-helped-colleagues = Collega’s deden mee
evaluation-option-hindered-time = Geen tijd
evaluation-option-hindered-rules = Regels of systemen
evaluation-option-hindered-support = Geen steun
evaluation-option-hindered-forgotten = Ik wist het niet goed meer
evaluation-send = Stuur mijn antwoord
evaluation-next = Je kunt één keer antwoorden, tot en met { $date }. Daarna kun je je antwoord niet meer wijzigen: we weten niet welk antwoord van jou is.
evaluation-answered = Dank je wel, je antwoord is binnen
evaluation-answered-lead = Je hebt geantwoord over { $workshop }. Nog een keer antwoorden kan niet.
evaluation-answered-when = Je antwoord telt mee zodra er minstens { $fewest } nieuwe antwoorden zijn. Aan de uitkomst is niet te zien dat het van jou is.
evaluation-over = Antwoorden kan niet meer
evaluation-over-lead = De vragen over { $workshop } zijn gesloten.
evaluation-unknown = We kennen deze link niet
evaluation-unknown-lead = Misschien is de link niet helemaal overgenomen, of hoort hij bij vragen die al lang gesloten zijn. Kijk of de hele link uit je mail in de adresbalk staat.
evaluation-to-home = Naar de startpagina
evaluation-until = Antwoorden kan tot en met { $date }.
evaluation-home = { $count ->
    [one] Wat vond je ervan?
   *[other] Wat vond je van deze workshops?
}
evaluation-home-lead = Je antwoord is anoniem en kost je een minuut.
evaluation-home-after-closing = Vier korte vragen.
evaluation-home-after-twelve-weeks = Twee vragen over wat je ermee doet.
evaluation-home-results = Nieuw: wat deelnemers vonden
evaluation-home-fresh = Bijgewerkt op { $date }.
evaluation-see = Wat deelnemers vonden
evaluation-file = Evaluatie
evaluation-results = Wat deelnemers vonden van { $workshop }
evaluation-results-lead = Van alle datums samen. Je ziet antwoorden pas als er minstens { $fewest } zijn, en nooit van wie ze zijn.
evaluation-results-small = Bij minder dan 20 antwoorden staat er “minder dan 10%” in plaats van niemand, en “meer dan 90%” in plaats van iedereen. Zo blijft ook dan verborgen wie wat antwoordde. Een verschil van enkele antwoorden kan toeval zijn.
evaluation-kind-after-closing = Direct na afloop
evaluation-kind-after-twelve-weeks = Na twaalf weken
evaluation-nobody-after-closing = Er is nog niemand om een antwoord gevraagd. Dat gebeurt als de trainer de laatste presentielijst van een datum sluit.
evaluation-nobody-after-twelve-weeks = Er is nog niemand om een antwoord gevraagd. Dat gebeurt twaalf weken na de laatste bijeenkomst.
evaluation-invited = Uitgenodigd
evaluation-answered-count = Beantwoord
evaluation-shown = Hier getoond
evaluation-missing = { $count ->
    [one] Er is nog 1 antwoord nodig voor er iets te zien is. De stand is die van vannacht.
   *[other] Er zijn nog { $count } antwoorden nodig voor er iets te zien is. De stand is die van vannacht.
}
evaluation-rest = De overige antwoorden komen erbij zodra dat er minstens { $fewest } tegelijk zijn.
evaluation-good-useful = Gaf een 4 of 5
evaluation-good-clear = Gaf een 4 of 5
evaluation-good-recommend = Gaf een 4 of 5
evaluation-good-applied = Paste het toe, van wie antwoordde
evaluation-band = Wie niet antwoordde, telt hier niet mee. Van iedereen die de vraag kreeg, ligt het tussen { $low } (als niemand van hen het toepaste) en { $high } (als zij het allemaal deden).
evaluation-column-when = Wanneer
evaluation-column-question = Vraag
evaluation-column-answer = Antwoord
evaluation-column-share = Deel
evaluation-share-percent = { $percent }%
evaluation-share-few = minder dan 10%
evaluation-share-most = meer dan 90%
evaluation-remarks-lead = In willekeurige volgorde. Probeer niet te raden van wie een opmerking is.
evaluation-remarks-none = Opmerkingen zie je vanaf { $fewest } stuks, en alleen als trainer van de workshop of als programmaleider.
letter-evaluation-subject = Wat vond je van { $workshop }?
letter-evaluation-lead = Je hebt { $workshop } gevolgd. We zijn benieuwd wat je ervan vond. Het zijn vier korte vragen en je antwoord is anoniem.
letter-evaluation-action = Antwoorden kan één keer, tot en met { $date }. Stuur deze link niet door: wie hem heeft, antwoordt in jouw plaats. Inloggen hoeft niet.
letter-evaluation-button = Naar de vragen
letter-evaluation-later-subject = Wat doe je met { $workshop }?
letter-evaluation-later-lead = Twaalf weken geleden rondde je { $workshop } af. Pas je het toe in je werk? Het zijn twee korte vragen en je antwoord is anoniem.
letter-evaluation-reminder-subject = Nog even: { $workshop }
letter-evaluation-reminder-lead = We hoorden nog niet wat je vindt van { $workshop }. Je antwoord is anoniem en kost een minuut. Dit is de enige herinnering. We bewaren niet dat we je deze mail stuurden.
letters-kind-evaluation = Wat vond je ervan?
letters-kind-evaluation-later = Wat doe je ermee?
letters-kind-evaluation-reminder = Nog even: wat vond je ervan?
event-evaluation-opened = Deelnemers kregen vragen over een workshop
held-evaluations = Vragen over workshops
held-field-asked = Gevraagd
held-field-answered = Beantwoord
held-code-answered = ja, wat is niet bekend
held-code-not-answered = nog niet
retention-kind-evaluations = Antwoorden over workshops, van niemand bekend
retention-after-evaluations = { $days ->
    [one] 1 dag nadat ze voor het eerst te zien waren
   *[other] { $days } dagen nadat ze voor het eerst te zien waren
}
permissions-on-evaluation-title = Antwoorden over een workshop
permissions-on-evaluation = Wie een link kreeg, antwoordt één keer, zonder in te loggen. Niemand ziet van wie een antwoord is.
permissions-on-evaluation-data = Wie de vragen kreeg, zolang antwoorden kan; daarna alleen hoeveel. Antwoorden staan los van mensen.
permissions-on-evaluations-title = Wat deelnemers vonden
permissions-on-evaluations = Cijfers vanaf vijf antwoorden, voor trainers van de workshop en wie het programma leidt. Opmerkingen alleen voor die trainers en de programmaleider.
permissions-on-evaluations-data = Aantallen en opmerkingen, zonder namen.
api-show-evaluation = Wat deelnemers van een workshop vonden, vanaf vijf antwoorden
menu-evaluations = Evaluaties
evaluations-lead = Wat deelnemers vonden van workshops, vanaf { $fewest } antwoorden. Klik op een workshop voor alle antwoorden.
evaluations-none = Er is nog niemand om een antwoord gevraagd. Dat gebeurt als de laatste presentielijst van een datum sluit.
evaluations-applied = Na 12 weken toegepast
evaluations-useful = Bruikbaar (4 of 5)
evaluations-too-few = te weinig antwoorden
## The department and the programme on one screen
menu-team-overview = Mijn afdeling
menu-programme = Overzicht
overview-title = Mijn afdeling
overview-lead = Hoe je mensen ervoor staan, wat op jou wacht, en wie er wanneer weg is.
overview-overdue = Mensen te laat
overview-soon = Moeten binnen 30 dagen klaar zijn
overview-no-date = Nog geen datum gekozen
overview-requests = Aanvragen
overview-quiet = Er wacht niets op je. Niemand heeft een training die binnenkort klaar moet zijn.
overview-hurry = Wie het eerst klaar moet zijn
overview-due = Uiterlijk { $date }
overview-place = Plek op { $moment }
overview-all-duties = Bekijk alle trainingen van je team
overview-duties = Te volgen
overview-short = Plekken te weinig
overview-short-line = { $people ->
    [one] 1 persoon heeft nog geen plek,
   *[other] { $people } mensen hebben nog geen plek,
} { $seats ->
    [0] en er is er geen vrij.
    [one] en er is er 1 vrij.
   *[other] en er zijn er { $seats } vrij.
}
overview-short-count = { $count ->
    [one] 1 plek te weinig
   *[other] { $count } plekken te weinig
}
overview-plan = Plan een datum
overview-held = Vastgehouden plekken zonder naam
overview-away = Wie er weg is
overview-away-lead = De komende vier weken, naar een workshop of training.
overview-away-time = { $from } tot { $until }
overview-away-others = { $count ->
    [one] en nog 1 collega
   *[other] en nog { $count } collega’s
}
overview-away-full = { $team }: { $away ->
    [one] 1 collega tegelijk weg.
   *[other] { $away } collega’s tegelijk weg.
} Meer dan { $limit } mag niet.
overview-away-more = Er zijn meer mensen weg dan hier past. Je ziet de dagen tot en met { $date }.
programme-title = Overzicht van het programma
programme-lead = Wat je aandacht vraagt: data met te weinig of te veel mensen, tekorten, en afdelingen die achterlopen.
programme-quiet = Alles loopt. Geen datum heeft te weinig mensen of een wachtlijst, en geen afdeling is te laat.
programme-few = { $count ->
    [one] 1 datum met te weinig mensen
   *[other] { $count } data met te weinig mensen
}
programme-people = { $people ->
    [0] Niemand
    [one] 1 deelnemer
   *[other] { $people } deelnemers
}, minstens { $minimum } nodig.
programme-decide-by = Besluit op { $moment }.
programme-decide = Besluit nu
programme-queue = { $count ->
    [one] 1 datum met een wachtlijst
   *[other] { $count } data met een wachtlijst
}
programme-waiting = { $count ->
    [one] 1 wacht
   *[other] { $count } wachten
}
programme-capacity = { $capacity } plekken
programme-all = Bekijk alle data
programme-behind = Te laat per afdeling
programme-department = Afdeling
programme-open = Nog te volgen
programme-behind-how = Teams tellen mee bij hun afdeling. Wie op twee afdelingen werkt, telt bij allebei.
programme-more = { $count ->
    [one] Nog 1 afdeling staat in het bestand.
   *[other] Nog { $count } afdelingen staan in het bestand.
}
cost-title = Kosten per kostenplaats
cost-lead = Wat de workshops kostten die in deze periode afgelopen zijn.
cost-caption = Van { $from } tot en met { $until }
cost-total = Kosten
cost-no-show = Waarvan niet gekomen
cost-late = Waarvan te laat afgemeld
cost-sum = Samen
cost-nowhere = Geen kostenplaats
cost-programme = Het programma (lege plekken)
cost-hidden = niet getoond
cost-how = De kosten van een datum zijn verdeeld over de plekken. Elke plek is voor de kostenplaats van de afdeling waar de deelnemer toen werkte. Lege plekken betaalt het programma. Een te late afmelding kost een plek als niemand anders die nam.
cost-small = Bij minder dan 20 mensen tonen we niet wat er niet gekomen of te laat afgemeld is. Dat telt ook niet mee onder Samen.
cost-none = In deze periode zijn er geen data met kosten.
cost-without = { $count ->
    [one] Van 1 datum in deze periode zijn de kosten niet bekend.
   *[other] Van { $count } data in deze periode zijn de kosten niet bekend.
}
turnout-title = Niet gekomen per afdeling
turnout-lead = Hoe vaak mensen van een afdeling niet kwamen of zich te laat afmeldden. Nooit van één persoon.
turnout-period = Periode
turnout-quarter = { $quarter }e kwartaal { $year }
turnout-caption = Per afdeling
turnout-places = Plekken
turnout-no-shows = Niet gekomen
turnout-no-show-share = Niet gekomen, deel
turnout-late = Te laat afgemeld
turnout-late-share = Te laat afgemeld, deel
turnout-share = { $count } ({ $share } %)
turnout-band-0-25 = 0 tot 25 %
turnout-band-25-50 = 25 tot 50 %
turnout-band-50-75 = 50 tot 75 %
turnout-band-75-100 = 75 tot 100 %
turnout-too-few = Te weinig mensen om te tonen
turnout-total = Afdelingen met getallen, samen
turnout-none = Van deze periode is nog niets bekend.
turnout-how = Afdelingen met minder dan 20 mensen tonen geen getallen, maar een kwart waarin het deel ligt. Hadden minder dan 5 mensen een plek, dan tonen we niets. Het totaal telt alleen de afdelingen met getallen. Teams tellen mee bij hun afdeling.
permissions-on-team-overview-title = Mijn afdeling
permissions-on-team-overview = Een leidinggevende ziet van de eigen mensen wie iets moet volgen, wat op een besluit wacht, en wie wanneer weg is.
permissions-on-team-overview-data = Naam, afdeling, workshop, uiterste dag, en wanneer iemand een plek heeft.
permissions-on-programme-title = Overzicht van het programma
permissions-on-programme = Wie het programma leidt, ziet getallen per datum en per afdeling, en wat het per kostenplaats kost. Kleine afdelingen tonen een kwart of niets.
overview-ask = Vraag een datum
overview-asked = Je hebt om een datum gevraagd.
date-wish-title = Vraag een datum aan
date-wish-one = Aanvraag: { $workshop }
date-wish-department = Voor welke afdeling?
date-wish-people = Voor hoeveel mensen?
date-wish-from = Vanaf
date-wish-until = Tot en met
date-wish-note = Wat moet de programmaleider nog weten?
date-wish-do = Vraag een datum aan
date-wish-next = De programmaleider ziet je aanvraag. Het antwoord zie je bij je afdeling.
date-wish-said = De programmaleider ziet je aanvraag.
date-wish-answered = De aanvraag is beantwoord. De leidinggevende ziet het antwoord.
date-wish-period = Wanneer
date-wish-between = Van { $from } tot en met { $until }
date-wish-asked-at = Gevraagd op
date-wish-reply = Antwoord
date-wish-plan-first = Is er nog geen passende datum? Plan die eerst, en kies haar dan hier.
date-wish-date = Welke datum?
date-wish-choose = Kies een datum
date-wish-answer-next = De leidinggevende ziet het antwoord bij de afdeling.
date-wish-line = { $department }: { $people ->
    [one] 1 persoon,
   *[other] { $people } mensen,
} van { $from } tot en met { $until }
date-wish-mine = Data waar je om vroeg
date-wish-planned = Er is een datum gepland
date-wish-replied = Antwoord: { $reply }
date-wish-waits = Er is nog geen antwoord.
date-wish-open = Leidinggevenden vragen een datum
problem-date-asked-already = Voor deze afdeling en deze workshop wacht al een aanvraag op antwoord.
problem-until-before-from = Kies een dag na de eerste.
event-date-asked = Een leidinggevende vroeg om een datum
event-date-answered = Een vraag om een datum is beantwoord
held-date-wishes = Data waar deze persoon om vroeg
permissions-on-date-wish-title = Een datum vragen
permissions-on-date-wish = Een leidinggevende vraagt een datum voor de eigen afdeling. De programmaleider ziet de vraag en antwoordt.
permissions-on-date-wish-data = Wie vroeg, voor welke afdeling en workshop, voor hoeveel mensen, en een toelichting.
date-wish-workshop = Welke workshop?
date-wish-answer = Geef antwoord
date-wish-reply-hint = Alleen nodig als je geen datum kiest.

## Votes in the room, core values in own words, second coders
core-value-verbinding-meaning = We zoeken elkaar op, binnen en buiten, en zien de vraag achter de vraag.
core-value-verbinding-behaviours =
    Ik neem de telefoon op, ook als een collega belt.
    Ik bel terug wanneer ik dat heb beloofd.
    Ik weet wat de balie, de post en de binnendienst van mij nodig hebben.
    Ik vraag door tot ik weet wat iemand echt wil.
core-value-vakmanschap-meaning = We kennen ons vak, maken af wat we beginnen en leggen helder uit wat kan en wat niet.
core-value-vakmanschap-behaviours =
    Aanraken is afmaken: wat ik oppak, maak ik af of draag ik warm over.
    Ik zeg wanneer iemand wat van mij hoort, en houd me daaraan.
    Ik schrijf zo dat iemand het in één keer begrijpt.
    Ik vraag hulp als ik het niet weet.
core-value-vertrouwen-meaning = We gaan uit van goede bedoelingen en geven elkaar de ruimte om te beslissen.
core-value-vertrouwen-behaviours =
    Ik geef vertrouwen en verantwoordelijkheid.
    Ik zeg eerlijk wat ik zie, ook als het lastig is.
    Ik kom mijn afspraken na, en meld het op tijd als dat niet lukt.
    Ik praat met collega's, niet over hen.
core-value-vernieuwing-meaning = We leren van wat misgaat en proberen uit wat beter kan, ook als het klein is.
core-value-vernieuwing-behaviours =
    Ik los vandaag op wat vandaag kan.
    Ik probeer iets nieuws uit en vertel wat het opleverde.
    Ik vraag klanten wat ze ervan vonden.
    Ik stop met wat niemand meer helpt.
core-values-title = Onze kernwaarden
core-values-lead = Waar we voor staan, en wat je dan doet.
core-values-behaviours = Wat je dan doet
core-values-write = Pas de teksten aan
core-values-desk-title = Kernwaarden in eigen woorden
core-values-desk-lead = Hoe heet elke waarde bij jullie, wat betekent zij, en wat doe je dan? Overal in Olievlek staan deze woorden.
core-values-caption = { $count } kernwaarden
core-values-value = Kernwaarde
core-values-languages = Teksten
core-values-language-nl = Nederlands
core-values-language-en = Engels
core-values-own = eigen tekst
core-values-edit-title = { $language ->
    [nl] Tekst in het Nederlands
   *[other] Tekst in het Engels
}
core-values-name = Naam
core-values-name-hint = Kort: zij staat op kaarten en knoppen.
core-values-meaning = Wat betekent deze waarde?
core-values-meaning-hint = Eén zin. Wie stemt op de telefoon, leest die zin.
core-values-behaviours-hint = Eén gedrag per regel, in de ik-vorm.
core-values-keep = Bewaar de teksten
core-values-next = Iedereen ziet ze meteen, in workshops, gesprekken en stemmingen.
core-values-back = Terug naar de tekst van Olievlek
core-values-said-kept = De teksten zijn bewaard.
core-values-said-ours = Nu staan de teksten van Olievlek er weer.
ballot-home = Je stemming is nog open.
ballot-home-at = Je stemming ({ $place }) is nog open.
ballot-home-see = Ga naar de stemming
ballot-title = Stemming over de kernwaarden
ballot-lead = Iedereen in de zaal geeft elke kernwaarde een cijfer van 1 tot en met 5, op de eigen telefoon. Daarna zien jullie samen waar jullie het eens zijn en waar niet.
ballot-promise-anonymous = Niemand weet wie wat stemde: er is geen inlog, en er wordt geen naam, tijd of adres bewaard.
ballot-promise-sealed = Tot je de stemming sluit, ziet niemand een cijfer. Ook jij niet.
ballot-promise-few = Stemmen er minder dan { $fewest } mensen, dan blijft er niets van bewaard.
ballot-promise-head = Leidinggevenden zien de uitslag niet. Het team wel.
ballot-open = Open de stemming
ballot-opened-said = De stemming is open. Laat de code zien.
ballot-by-hand = Stemden jullie op papier? Vul de aantallen in
ballot-by-hand-lead = Vul per kernwaarde in hoe vaak elk cijfer is gegeven. Elke waarde heeft evenveel stemmen. Minder dan { $fewest } stemmen worden niet bewaard.
ballot-by-hand-hint = Onder elk cijfer: hoeveel mensen gaven het?
ballot-by-hand-label = : aantal stemmen voor { $value }
ballot-by-hand-do = Bewaar de uitslag
ballot-by-hand-next = De uitslag is meteen te zien en verandert daarna niet meer.
ballot-filled-said = De uitslag van de stemming op papier is ingevuld.
ballot-picture = QR-code van de stemming
ballot-how = Scan de code met de camera van je telefoon en geef vier cijfers. Inloggen hoeft niet.
ballot-typed = Lukt scannen niet? Typ dit adres:
ballot-look-again = Kijk opnieuw
ballot-count = { $votes ->
    [one] stem
   *[other] stemmen
}
ballot-of = van { $participants ->
    [one] 1 deelnemer
   *[other] { $participants } deelnemers
}
ballot-many = Er zijn meer stemmen ({ $votes }) dan deelnemers ({ $participants }). Vraag of iemand twee keer stemde.
ballot-sealed = Verzegeld: tot je sluit, ziet niemand meer dan het aantal.
ballot-close = Sluit de stemming
ballot-close-lead = Sluiten is definitief. Bij { $fewest } stemmen of meer zien jullie meteen de uitslag; de losse stemmen worden gewist. Bij minder blijft er niets bewaard. Vergeet je te sluiten, dan sluit de stemming aan het eind van de dag vanzelf.
ballot-close-do = Sluit en toon de uitslag
ballot-closed-said = De stemming is gesloten. De losse stemmen zijn gewist.
ballot-off = Dit gesprek gaat niet door. Er is geen stemming.
ballot-few = Er stemden minder dan { $fewest } mensen. Daarom is er niets bewaard.
ballot-few-next = Praat met elkaar over de kernwaarden: dat kan ook zonder cijfers.
ballot-gone = De cijfers van deze stemming zijn gewist, omdat de bewaartermijn voorbij is.
ballot-who = Deze uitslag zien: wie het gesprek leidt, de programmaleider, de telefoons in de zaal (vandaag) en het team. Leidinggevenden niet.
ballot-votes = { $votes ->
    [one] 1 stem.
   *[other] { $votes } stemmen.
}
ballot-was-by-hand = Op papier geteld.
ballot-talk = Praat hierover:
ballot-talk-apart = over “{ $value }” denken jullie het verst uiteen. Wat ziet iemand die een laag cijfer gaf, en wat ziet iemand die een hoog cijfer gaf?
ballot-talk-lowest = jullie zijn het eens, en “{ $value }” kreeg het laagste cijfer. Wat zou daar als eerste helpen?
ballot-spread-agree = Jullie zijn het eens
ballot-spread-differ = Jullie verschillen van mening
ballot-spread-apart = Jullie liggen ver uit elkaar
ballot-middle = Het middelste cijfer is { $middle }.
ballot-table = Hoe vaak elk cijfer is gegeven bij { $value }
ballot-score = Cijfer
ballot-given = Stemmen
ballot-how-read = Het middelste cijfer: de ene helft stemde lager of gelijk, de andere helft hoger of gelijk. “Eens”: de middelste helft van de stemmen ligt binnen één cijfer; “ver uit elkaar”: verder dan twee.
vote-title = Geef vier cijfers
vote-lead = Hoe goed lukt het ons in het dagelijks werk? 1 is nog niet, 5 is heel goed.
vote-anonymous = Niemand ziet wat jij stemt.
vote-anonymous-how = Geen naam, geen tijd, geen adres van je telefoon. De uitslag komt pas als de stemming sluit, en alleen bij { $fewest } stemmen of meer.
vote-low = nog niet
vote-high = heel goed
vote-send = Stem
vote-next = Je stemt één keer. Daarna kun je je stem niet meer veranderen.
vote-thanks = Dank je, je stem telt
vote-counted = Je stem zit erbij. Niemand weet dat hij van jou is.
vote-wait = Zodra de stemming sluit, zie je hier de uitslag. Laat deze pagina open.
vote-for-colleague = Stem voor een collega zonder telefoon
vote-already = Je hebt al gestemd
vote-already-lead = Vanaf deze telefoon is al gestemd. Die eerste stem telt, deze niet.
vote-to-result = Ga verder
vote-result = De uitslag
vote-today = Deze uitslag staat hier tot vanavond. Daarna vindt je team hem bij het gesprek.
vote-few = Te weinig stemmen om te bewaren
vote-few-lead = Er stemden minder dan { $fewest } mensen. Daarom is er niets bewaard. Praat er samen over.
vote-full = Deze stemming is vol
vote-full-lead = Er zijn meer stemmen dan in één zaal passen. Zeg het tegen wie het gesprek leidt.
vote-over = Deze stemming is voorbij
vote-over-lead = De uitslag staat niet meer op dit adres. Werk je in het team? Dan vind je hem bij het gesprek.
vote-unknown = Deze stemming kennen we niet
vote-unknown-lead = Kijk nog eens naar het adres op het scherm, of scan de code opnieuw.
problem-score-needed = Kies een cijfer bij “{ $value }”.
problem-vote-total = Deze cijfers tellen op tot { $total }, die van de eerste waarde tot { $first }. Tel ze nog eens.
problem-nothing-to-code = Voor deze collega is er geen gesprek om te lezen: alleen gehouden gesprekken met notities, die een ander leidde en die nog niet getrokken zijn.
coding-title = Tweede lezer
coding-lead = Een tweede lezer leest notities en kiest thema's, zonder te zien wat de eerste koos. Zo blijkt of twee mensen hetzelfde horen.
coding-waiting = Voor jou om te lezen: { $count }
coding-waiting-none = Er ligt niets voor je klaar.
coding-conversation = Gesprek van { $moment }
coding-agreement = Hoe eens zijn twee lezers het?
coding-agreement-lead = Per thema: hoe vaak beide lezers het zagen, of maar één van beide. Kappa is 1 bij volledige overeenstemming en 0 als het niet beter is dan toeval.
coding-agreement-none = Er is nog geen gesprek door twee mensen gelezen.
coding-theme = Thema
coding-grade = In woorden
coding-kappa = Kappa
coding-kappa-caption = Per thema hoe eens twee lezers het zijn
coding-figure = { NUMBER($kappa, minimumFractionDigits: 2, maximumFractionDigits: 2) }
coding-n = Gesprekken
coding-both = Beiden
coding-first = Alleen eerste
coding-second = Alleen tweede
coding-neither = Geen van beiden
coding-small = Kappa volgens Cohen (1960), woorden volgens Landis en Koch (1977). Onder { $fewest } gesprekken zegt een kappa te weinig.
coding-grade-too-few = te weinig gesprekken (minder dan { $fewest })
coding-grade-undefined = niet te bepalen: beiden zagen het overal of nergens
coding-grade-none = niet beter dan toeval
coding-grade-slight = nauwelijks eens
coding-grade-fair = een beetje eens
coding-grade-moderate = redelijk eens
coding-grade-substantial = grotendeels eens
coding-grade-almost-perfect = bijna volledig eens
coding-draw = Trek een steekproef
coding-draw-lead = Het lot kiest gehouden gesprekken met notities die een ander leidde. Met hetzelfde getal kan iedereen de trekking narekenen.
coding-coder = Wie leest?
coding-coder-hint = Iemand die zelf gesprekken leidt. De eigen gesprekken doen niet mee.
coding-choose = Kies iemand
coding-number = Hoeveel gesprekken?
coding-number-hint = Van 1 tot en met { $most }.
coding-seed = Getal van de trekking
coding-seed-hint = Een willekeurig getal. Het blijft bij de trekking staan.
coding-draw-do = Trek en vraag om te lezen
coding-drawn-said = { $count ->
    [one] 1 gesprek is getrokken.
   *[other] { $count } gesprekken zijn getrokken.
}
coding-drawn = Getrokken gesprekken: { $count }
coding-drawn-caption = Welke gesprekken zijn getrokken en wie ze leest
coding-drawn-none = Er is nog niets getrokken.
coding-which = Gesprek
coding-state = Stand
coding-open = nog te lezen
coding-done = gelezen op { $date }
coding-read-title = Lees en kies thema's
coding-confidential = Deze notities zijn vertrouwelijk. Dat je ze opende, wordt genoteerd. Na het kiezen kun je ze niet meer openen.
coding-topic-serving = Wat betekent dienstverlening voor jullie?
coding-topic-needs = Wat hebben jullie nodig om het goed te doen?
coding-topic-other = Verder
coding-themes = Welke thema's hoor je hierin?
coding-themes-hint = Kies wat je erin leest. Geen enkel thema mag ook.
coding-give = Bewaar mijn keuze
coding-give-next = Je keuze staat daarna vast.
coding-given-said = Je keuze is bewaard.
event-vote-opened = Een stemming in een gesprek is geopend
event-vote-closed = Een stemming in een gesprek is gesloten
event-vote-filled-in = Een stemming op papier is ingevuld
event-coding-drawn = Iemand werd gevraagd als tweede lezer
event-coding-done = Een tweede lezer koos thema's
held-codings = Gesprekken om als tweede te lezen
held-field-codedOn = Gelezen op
retention-kind-votes = Uitslagen van stemmingen in gesprekken, van niemand bekend
retention-after-votes = { $days ->
    [one] 1 dag na het gesprek
   *[other] { $days } dagen na het gesprek
}
permissions-on-vote-title = Stemming in een gesprek
permissions-on-vote = Wie het gesprek leidt en de programmaleider zien na sluiten de uitslag, de telefoons in de zaal die dag ook, en het team bij het gesprek. Leidinggevenden zien niets. Tot het sluiten ziet niemand een cijfer. Wie stemt, hoeft niet in te loggen.
permissions-on-vote-data = Hoe vaak elk cijfer is gegeven, bij vijf stemmen of meer. Van niemand bekend.
permissions-on-core-value-title = Kernwaarden
permissions-on-core-value = Iedereen leest wat de kernwaarden betekenen. Wie het programma leidt, schrijft de teksten.
permissions-on-coding-title = Tweede lezer
permissions-on-coding = De programmaleider trekt een steekproef. De gevraagde collega leest de notities van die gesprekken tot de thema's gekozen zijn, en ziet niet welke thema's er al zijn.
permissions-on-coding-data = Notities van een gesprek, wie ze las en wanneer, en welke thema's diegene koos.
api-list-core-values = De kernwaarden in de woorden van de organisatie
# Verbeteracties en thema’s
menu-improvements = Verbeteracties
menu-themes = Thema’s
refusal-changed-meanwhile = Iemand anders heeft dit net veranderd. Kijk hierboven wat er nu staat, en druk nog een keer als dat klopt.
improvements-title = Jullie zeiden, wij deden
improvements-lead-house = Wat teams vroegen, en wat er daarna is gebeurd. Iedereen hier kan dit lezen. Niet wie het vroeg.
improvements-lead-mine = Wat je eigen team vroeg, met wat er nog open staat. Je team en de leidinggevenden erboven zien dit.
improvements-lead-team = Wat je teams vroegen. Geef antwoord binnen twintig werkdagen, ook als het nee is.
improvements-boards = Welk bord
improvements-house = Iedereen
improvements-mine = Mijn team
improvements-team = Mijn afdeling
improvements-own = Wat jij doet
improvements-filter = Wat wil je zien?
improvements-all = Alles
improvements-quick = Snel gedaan
improvements-work-answer = Nog te beantwoorden
improvements-work-due = Nog te doen
improvements-work-late = Te laat
improvements-everywhere = Alle afdelingen
improvements-small-teams = Een team met minder dan 10 mensen noemen we niet bij naam, en vind je hiermee dus niet.
improvements-show = Laat zien
improvements-none = Hier staat nog niets. Weet je iets dat beter kan?
improvements-count = { $count ->
    [0] Geen verbeteracties
    [one] 1 verbeteractie
   *[other] { $count } verbeteracties
}
improvements-section-idea = Gevraagd, nog geen antwoord
improvements-section-later = Later
improvements-section-yes = Ja, wie en wanneer volgt
improvements-section-agreed = Afgesproken
improvements-section-done = Gedaan
improvements-section-no = Nee, omdat
improvement-step-idea = wacht op antwoord
improvement-step-later = later
improvement-step-yes = ja
improvement-step-agreed = afgesproken
improvement-step-done = gedaan
improvement-step-no = nee
improvement-quick = snel gedaan
improvement-late = te laat
improvement-answer-until = Antwoord uiterlijk { $date }
improvement-due-on = Klaar uiterlijk { $date }
improvement-done-on = Gedaan op { $date }
improvement-answered-on = Antwoord op { $date }
improvement-did = Wat het oplevert: { $effect }
improvement-because-line = Omdat: { $reason }
improvement-new = Zeg wat beter kan
improvement-new-lead = Wat maakt het werk voor bewoners en collega’s beter? Klein mag ook.
improvement-no-team = Je werkt nu in geen enkel team. Vraag je leidinggevende om het op te schrijven.
improvement-no-names-board = Dit komt op het bord van je team. Noem geen namen.
improvement-no-names = Noem geen namen.
improvement-for = Dit komt op het bord van: { $team }
improvement-for-which = Van welk team is dit?
improvement-for-choose = Kies een team
improvement-outside = Van buiten: een partner of klant
improvement-department = Afdeling of team
improvement-title = Wat kan beter?
improvement-title-hint = In één zin, hoogstens 120 tekens.
improvement-text = Vertel er meer over
improvement-text-hint = Wat gaat er nu mis, en wat stel je voor?
improvement-at-once = Het is meteen opgelost
improvement-at-once-hint = Dan staat het gelijk bij Gedaan, voor iedereen te lezen.
improvement-effect = Wat is er nu beter?
improvement-effect-hint = Bijvoorbeeld: bewoners wachten een minuut korter.
improvement-fixed-hint = Alleen invullen als het meteen is opgelost.
improvement-do-raise = Zet op het bord
improvement-raise-next = Je leidinggevende geeft binnen twintig werkdagen antwoord. Tot dan zien alleen je team, de leidinggevenden erboven, de programmaleider en, bij een idee uit een gesprek, de gespreksbegeleider het. Bij ja of nee kan iedereen hier het lezen, zonder jouw naam.
improvement-said-raised = Het staat op het bord. Binnen twintig werkdagen is er antwoord.
improvement-said-fixed = Mooi, het staat bij Gedaan.
improvement-said = Jullie zeiden
improvement-we-did = Wij deden
improvement-answer = Antwoord
improvement-answer-yes = Ja, dit gaan we doen. Wie het doet en wanneer volgt nog.
improvement-answer-agreed = Ja. Er is afgesproken wie het doet en wanneer.
improvement-answer-done = Het is gedaan.
improvement-answer-no = Nee, dit doen we niet.
improvement-answer-later = Nu niet. Het blijft op de lijst.
improvement-to-answer = Geef antwoord
improvement-reply-yes = Ja
improvement-reply-no = Nee, omdat
improvement-reply-later = Later, omdat
improvement-reply-later-hint = Het blijft op de lijst. Je kunt later opnieuw antwoorden.
improvement-because = Waarom nee of later?
improvement-because-hint = Nodig bij nee en bij later. Het team leest dit. Bij nee leest iedereen hier het.
improvement-owner = Wie doet het?
improvement-owner-hint = Alleen bij ja. Weet je het nog niet? Laat het dan leeg.
improvement-owner-choose = Kies iemand
improvement-owner-other = Iemand anders
improvement-owner-other-hint = E-mailadres of personeelsnummer.
improvement-due = Uiterlijk
improvement-due-moved = { $date } (verzet)
improvement-do-answer = Geef dit antwoord
improvement-answer-next = Het team krijgt een bericht met je antwoord.
improvement-said-answered = Het antwoord staat er. Het team krijgt bericht.
improvement-to-agree = Spreek af wie het doet
improvement-do-agree = Spreek dit af
improvement-agree-next = Wie het doet krijgt een bericht. De dag kan daarna alleen later worden.
improvement-said-agreed = Dat is afgesproken.
improvement-to-finish = Is het gedaan?
improvement-do-finish = Het is gedaan
improvement-finish-next = Het team krijgt een bericht, en iedereen hier kan het lezen.
improvement-said-done = Gedaan! Het team krijgt bericht.
improvement-to-move = Lukt het niet op tijd?
improvement-move-hint = De dag kan alleen later. De eerste dag blijft tellen.
improvement-do-move = Verzet de dag
improvement-said-moved = De dag is verzet.
improvement-to-rewrite = Verbeter de tekst
improvement-do-rewrite = Bewaar de tekst
improvement-said-rewritten = De tekst is bewaard.
improvement-facts = In het kort
improvement-team = Team
improvement-step = Stand
improvement-raised = Gevraagd op
improvement-answer-by = Antwoord uiterlijk
improvement-answered = Antwoord op
improvement-done = Gedaan op
improvement-seen-inside = Alleen het team, de leidinggevenden erboven, wie het doet, de gespreksbegeleider en de programmaleider zien dit.
improvement-seen-all = Iedereen hier kan dit lezen. Wie het vroeg en wie het doet, zien zij niet.
home-improvements = Jullie zeiden, wij deden
home-improvements-all = Bekijk het bord van je team
home-ideas-wait = { $count ->
    [one] 1 idee van je teams wacht op antwoord.
   *[other] { $count } ideeën van je teams wachten op antwoord.
}
home-ideas-late = { $count ->
    [one] 1 daarvan wacht te lang.
   *[other] { $count } daarvan wachten te lang.
}
home-ideas-see = Geef antwoord
theme = Thema
themes-title = Waar gesprekken over gaan
themes-lead = Thema’s die in gesprekken met teams terugkomen, met workshops die helpen.
themes-minimum = Hoe vaak een thema terugkwam, staat er pas bij vanaf drie gesprekken van verschillende teams met samen vijftien mensen.
themes-own = In gesprekken van je eigen teams
themes-none = Er zijn nog te weinig gesprekken om een thema te tonen.
themes-count = { $count ->
    [0] Geen thema’s
    [one] 1 thema
   *[other] { $count } thema’s
}
themes-conversations = { $count ->
    [0] Nog geen gesprekken
    [one] In 1 gesprek
   *[other] In { $count } gesprekken
}
themes-list-title = Thema’s beheren
themes-list-lead = De lijst waaruit gespreksbegeleiders kiezen. Voeg samen wat hetzelfde is.
themes-list-none = Er staat nog geen thema in deze lijst.
themes-in-use = In gebruik
themes-retired = Niet meer in gebruik
themes-tags = Vrije woorden
themes-tags-lead = Woorden die bij gesprekken zijn gezet zonder thema. De vijftig die het meest voorkomen. Maak er een thema van, of geef de gesprekken een thema dat er al is.
themes-tag = { $tag } ({ $count })
themes-which-tag = Welk woord?
themes-tag-theme = Welk thema is dit?
themes-tag-new = Een nieuw thema
themes-do-promote = Maak hier een thema van
themes-promote-next = De gesprekken met dit woord krijgen het thema. Het woord verdwijnt.
themes-add = Voeg een thema toe
themes-do-add = Voeg toe
themes-table-title = Thema’s per afdeling
themes-table-lead = In hoeveel gesprekken van een afdeling een thema terugkwam. Alleen de programmaleider ziet dit.
themes-table-caption = { $count ->
    [one] 1 thema
   *[other] { $count } thema’s
}
themes-table-none = Er is nog geen gesprek met een thema.
theme-into = Dit thema hoort nu bij:
theme-retired = Sinds { $date } niet meer in gebruik.
theme-dilemmas = Wie hier tussen twee dingen staat
theme-no-dilemmas = Er staat nog geen dilemma bij dit thema.
theme-dilemma-remove = Haal weg
theme-add-dilemma = Voeg een dilemma toe
theme-do-dilemma = Voeg toe
theme-role-nl = Rol, in het Nederlands
theme-role-en = Rol, in het Engels
theme-role-hint = Bijvoorbeeld: vergunningverlener
theme-between-nl = Staat tussen, in het Nederlands
theme-between-en = Staat tussen, in het Engels
theme-between-hint = Bijvoorbeeld: meedenken en onpartijdig blijven
theme-helps = Workshops die helpen
theme-no-helps = Er is nog geen workshop gekozen.
theme-choose-helps = Kies workshops die helpen
theme-do-helps = Bewaar deze keuze
theme-helps-next = Iedereen ziet dit thema bij de workshop. Leidinggevenden krijgen de workshop als suggestie bij een gesprek over dit thema.
theme-rename = Geef het thema een andere naam
theme-name-nl = Naam, in het Nederlands
theme-name-en = Naam, in het Engels
theme-do-rename = Bewaar de naam
theme-rename-next = De oude naam blijft te zien bij Geschiedenis.
theme-retire = Niet meer gebruiken
theme-use = Weer gebruiken
theme-merge = Voeg samen met een ander thema
theme-merge-into = Bij welk thema hoort dit?
theme-choose = Kies een thema
theme-do-merge = Voeg samen
theme-merge-next = De gesprekken, dilemma’s en workshops gaan mee. Dit kan niet terug.
theme-history = Geschiedenis
theme-was = Heette tot { $date } { $name }
theme-part = { $name } is hierin opgegaan
theme-reason = In ons gesprek over dienstverlening ging het over: { $theme }.
theme-said-added = Het thema staat in de lijst.
theme-said-promoted = De gesprekken hebben nu dit thema.
theme-said-renamed = De nieuwe naam is bewaard.
theme-said-merged = De thema’s zijn samengevoegd.
theme-said-retired = Het thema is niet meer in gebruik.
theme-said-used = Het thema is weer in gebruik.
theme-said-dilemma = Het dilemma staat erbij.
theme-said-dilemma-gone = Het dilemma is weg.
theme-said-help = De keuze is bewaard.
workshop-helps = Helpt bij:
suggestion-title = Deze workshops helpen
suggestion-why = { $teams }: in jullie gesprek ging het over { $theme }
suggestion-do = Wijs toe
event-idea-raised = Er is een idee op een bord gezet
event-idea-answered = Een idee is beantwoord
event-improvement-agreed = Er is afgesproken wie een verbeteractie doet en wanneer
event-improvement-done = Een verbeteractie is gedaan
event-improvement-rewritten = De tekst van een verbeteractie is veranderd
event-theme-added = Er is een thema toegevoegd
event-theme-renamed = Een thema heeft een andere naam
event-theme-merged = Een thema is bij een ander gevoegd
event-theme-retired = Een thema is uit gebruik genomen of weer in gebruik
event-tag-promoted = Van een vrij woord is een thema gemaakt
event-dilemmas-written = De dilemma’s van een thema zijn veranderd
event-help-chosen = Er zijn workshops bij een thema gekozen
held-improvements = Verbeteracties
held-field-part = Wat deze persoon deed
held-field-title = Titel
held-field-text = Tekst
held-field-raisedOn = Opgeschreven op
held-code-raised = schreef het op
held-code-owner = doet het
held-code-replied = gaf antwoord
letter-button-improvement = Bekijk het op het bord
letter-button-improvement-first = Bekijk de eerste
letter-improvement-step = { $step ->
    [later] Het antwoord is: nu niet, misschien later.
    [no] Het antwoord is: nee.
    [agreed] Het antwoord is: ja. Er is afgesproken wie het doet.
    [done] Het is intussen gedaan.
   *[other] Het antwoord is: ja.
}
letter-improvement-because = De reden: { $reason }
letter-improvement-effect = Wat er nu beter is: { $effect }
letter-improvement-due = Het moet klaar zijn op { $date }.
letter-idea-answered-subject = Antwoord op jullie idee: { $title }
letter-idea-answered-lead = Er is antwoord op een idee van je team: { $title }.
letter-idea-answered-action = Praat er met je team over. Vragen? Ga naar je leidinggevende.
letter-improvement-done-subject = Gedaan: { $title }
letter-improvement-done-lead = Jullie zeiden het, en het is gedaan: { $title }.
letter-improvement-done-action = Weet je nog iets dat beter kan? Zet het op het bord.
letter-improvement-owned-subject = Jij doet: { $title }
letter-improvement-owned-lead = Je bent gevraagd voor een verbeteractie: { $title }.
letter-improvement-owned-action = Is het gedaan? Vertel dan op het bord wat er beter is. Lukt het niet op tijd? Verzet de dag.
letter-ideas-to-answer-subject = { $n ->
    [one] 1 idee wacht op je antwoord
   *[other] { $n } ideeën wachten op je antwoord
}
letter-ideas-to-answer-lead = { $n ->
    [one] Een team wacht op je antwoord. Ook nee is een antwoord, als je zegt waarom.
   *[other] Teams wachten op je antwoord. Ook nee is een antwoord, als je zegt waarom.
}
letter-ideas-to-answer-line = { $title }: uiterlijk { $date }
letter-ideas-to-answer-action = Je vindt alles op het bord van je afdeling.
letter-improvements-to-do-subject = { $n ->
    [one] 1 verbeteractie moet bijna klaar zijn
   *[other] { $n } verbeteracties moeten bijna klaar zijn
}
letter-improvements-to-do-lead = { $n ->
    [one] De dag van een verbeteractie die jij doet komt eraan, of is voorbij.
   *[other] De dag van verbeteracties die jij doet komt eraan, of is voorbij.
}
letter-improvements-to-do-line = { $title }: uiterlijk { $date }
letter-improvements-to-do-action = Is het gedaan? Vertel dan wat er beter is. Lukt het niet? Verzet de dag.
letters-kind-idea-answered = Antwoord op een idee
letters-kind-improvement-done = Een verbeteractie is gedaan
letters-kind-improvement-owned = Je doet een verbeteractie
letters-kind-ideas-to-answer = Ideeën wachten op antwoord
letters-kind-improvements-to-do = Verbeteracties om te doen
permissions-on-improvement-title = Verbeteracties
permissions-on-improvement = Een team zegt wat beter kan. Tot er een ja of nee is, zien alleen het team, de leidinggevenden erboven, de gespreksbegeleider van dat gesprek, wie het doet en de programmaleider het. Daarna leest iedereen wat er is gezegd en gedaan, nooit wie het zei of doet. Een team met minder dan 10 mensen noemen we dan niet.
permissions-on-improvement-data = Wie iets opschreef (niemand ziet dat op een pagina), wie antwoordde, en wie een verbeteractie doet.
permissions-on-team-improvement-title = Verbeteracties van de eigen teams
permissions-on-team-improvement = Een leidinggevende ziet alles wat de eigen teams vroegen, antwoordt, en spreekt af wie het doet.
permissions-on-team-improvement-data = Wie een verbeteractie doet.
permissions-on-raised-title = Een idee uit een gesprek
permissions-on-raised = Een gespreksbegeleider schrijft een idee uit een eigen gesprek op, voor een team dat meedeed. Wie het zei staat er niet bij.
permissions-on-theme-title = Thema’s
permissions-on-theme = Iedereen leest een thema met genoeg gesprekken, of met een workshop die helpt. Een leidinggevende en het team lezen de thema’s van hun eigen vrijgegeven verslagen. Gespreksbegeleiders beheren de lijst.
permissions-on-theme-table-title = Thema’s per afdeling
permissions-on-theme-table = In hoeveel gesprekken van een afdeling een thema terugkwam. Alleen de programmaleider ziet dit.
api-plan-conversation = Een gesprek plannen
api-show-coverage = Hoe ver de gespreksronde is, per team
api-list-improvements = Wat teams vroegen en wat ervan werd, het nieuwste eerst: wat iedereen hier mag lezen
api-show-improvement = Eén verbeteractie die iedereen hier mag lezen
api-list-themes = De thema’s van gesprekken die iedereen hier mag lezen, met in hoeveel gesprekken ze terugkwamen
# Conversations: planning, the round, the record, the summary
menu-conversations = Gesprekken
persona-facilitator = Gespreksbegeleider
held-field-start = Begin
held-field-place = Plek
menu-coverage = De ronde
summary-vote = Zo stemden jullie
summary-board = Bekijk wat er met jullie ideeën gebeurt
conversation-vote = Stemming in de zaal
conversation-idea = Idee opschrijven
menu-summaries = Wat we bespraken
conversations-lead = De gesprekken die je begeleidt.
conversations-lead-all = Alle gesprekken, van alle begeleiders.
conversations-which = Welke gesprekken
conversations-to-come = Komen nog
conversations-to-record = Nog vastleggen
conversations-held = Gehouden
conversations-department = Van welke afdeling?
conversations-everywhere = Overal
conversations-count-to-come = { $count ->
    [one] { $count } gesprek komt nog
   *[other] { $count } gesprekken komen nog
}
conversations-count-to-record = { $count ->
    [one] Leg { $count } gesprek nog vast
   *[other] Leg { $count } gesprekken nog vast
}
conversations-count-held = { $count ->
    [one] { $count } gesprek gehouden
   *[other] { $count } gesprekken gehouden
}
conversations-none-here = Bij deze afdeling vonden we geen gesprek.
conversations-all = Toon alle gesprekken
conversations-none-to-come = Er is geen gesprek gepland. Kijk in de ronde wie er aan de beurt is.
conversations-none-to-record = Alles is vastgelegd. Kijk in de ronde wie er aan de beurt is.
conversations-none-held = Er is nog geen gesprek gehouden. Kijk in de ronde wie er aan de beurt is.
conversations-next = Wie is er aan de beurt?
conversation-new = Plan een gesprek
conversation-new-lead = Het team krijgt een mail met een agenda-afspraak.
conversation-change = Wijzig de planning
conversation-title = Gesprek
conversation-by = Begeleider: { $name }
conversation-participants = { $count ->
    [one] { $count } deelnemer
   *[other] { $count } deelnemers
}
conversation-no-summary = nog geen samenvatting vrijgegeven
conversation-record = Vastleggen
conversation-off = Dit gesprek gaat niet door. Afgezegd op { $moment }.
conversation-to-record = Dit gesprek is geweest. Leg vast wat er gezegd is.
conversation-kind = Met wie?
conversation-kind-team = Eigen team
conversation-kind-round-table = Rondetafel met partners
conversation-kind-round-table-hint = Met een organisatie buiten de gemeente.
conversation-kind-panel = Klantenpanel
conversation-kind-panel-hint = Met inwoners of ondernemers.
conversation-place = Waar?
conversation-place-hint = Het liefst op de werkplek van het team.
conversation-facilitator = Begeleider
conversation-service-area = Over welke dienst?
conversation-service-area-hint = Alleen bij partners en klanten. Bijvoorbeeld: vergunningen.
conversation-find = Zoek een team
conversation-find-do = Zoek
conversation-teams = Teams
conversation-teams-hint = Kies een of meer teams. Bij partners of klanten hoeft er geen team bij te zijn.
conversation-partner = Partner of panel
conversation-partner-hint = Alleen bij partners en klanten. Vul geen namen van mensen in.
conversation-date = Datum
conversation-time = Tijd
conversation-minutes = Hoeveel minuten?
conversation-plan-do = Plan het gesprek
conversation-plan-next = Iedereen in het team krijgt een mail. Wie geen mailadres heeft, krijgt het bericht via de leidinggevende.
conversation-change-do = Wijzig de planning
conversation-change-next = Verandert de tijd of de plek, dan krijgt iedereen in het team een mail.
conversation-planned-said = Het gesprek is gepland. Het team krijgt een mail.
conversation-changed-said = De planning is gewijzigd.
conversation-call-off = Zeg het gesprek af
conversation-call-off-next = Het team krijgt een mail en het gesprek verdwijnt uit de agenda. Dit kun je niet terugdraaien.
conversation-called-off-said = Het gesprek is afgezegd. Het team krijgt een mail.
record-title = Een gesprek vastleggen
record-confidential = Vertrouwelijk: alleen jij en de programmaleider lezen dit. Schrijf op wat er gezegd is, niet door wie.
record-called-off = Dit gesprek is afgezegd. Er valt niets vast te leggen.
record-erased = Notities en citaten zijn gewist op { $date }, omdat de bewaartijd voorbij was. De samenvatting blijft.
record-headings = Naar een onderdeel
record-topic-serving = Wat betekent dienstverlening voor jou?
record-topic-needs = Wat heb je nodig om het goed te doen?
record-topic-verbinding = Verbinding
record-topic-vakmanschap = Vakmanschap
record-topic-vertrouwen = Vertrouwen
record-topic-vernieuwing = Vernieuwing
record-topic-other = Wat er nog meer gezegd is, en wat we afspraken
record-short-serving = Betekenis
record-short-needs = Nodig
record-short-verbinding = Verbinding
record-short-vakmanschap = Vakmanschap
record-short-vertrouwen = Vertrouwen
record-short-vernieuwing = Vernieuwing
record-short-other = Overig
record-facts = Wanneer en met hoeveel
record-held-on = Gehouden op
record-participants = Aantal deelnemers
record-lasted = Duur in minuten
record-values = Welke kernwaarden kwamen aan bod?
record-themes = Thema's
record-tags = Eigen woorden
record-tags-hint = Past er geen thema? Zet hier woorden, met een komma ertussen.
record-quotes = Citaten
record-quotes-lead = Alleen wat iemand letterlijk zei, zonder naam. Vraag of je het mag delen.
record-quote = Citaat { $number }
record-sharing = Mag dit gedeeld worden?
record-sharing-no = Nee
record-sharing-inside = Binnen de organisatie
record-sharing-public = Ook met inwoners
record-keep-all = Sla alles op
record-key = Notities worden bewaard terwijl je typt. Ctrl + S slaat alles op.
record-kept = Alles is opgeslagen om { $time }.
record-saved = Opgeslagen { $time }
record-saving = Opslaan…
record-offline = Geen verbinding. Je tekst staat in deze browser en gaat mee zodra er weer verbinding is.
record-again = Het lukt nu even niet. We proberen het zo opnieuw.
record-signed-out = Je bent niet meer ingelogd. Je tekst staat in deze browser. Log weer in en open dit gesprek.
record-found = Hier staat tekst die nog niet opgeslagen was.
record-names = Hier staat een naam van een collega: { $names }. Schrijf liever op wat er gezegd is, niet door wie.
record-overtaken = Er is ook ergens anders aan deze tekst geschreven, om { $time }. Kies wat er moet staan.
record-there = Dit staat er nu
record-there-next = Hieronder staat wat jij schreef. Zet erbij wat je van de andere tekst wilt houden, en sla nog een keer op.
record-mine = Dit schreef jij
record-take = Houd wat er staat
record-keep = Gebruik mijn tekst
record-both = Zet ze onder elkaar
record-facts-overtaken = Aantallen, thema's of citaten zijn intussen ook ergens anders gewijzigd. Wat je hieronder ziet, is wat jij invulde. Sla nog een keer op als het zo moet worden.
record-facts-there = Bekijk wat er nu staat
record-looks = Wie dit las
record-looks-lead = Elke keer dat iemand dit gesprek opent, staat dat hier; hoogstens één keer per uur.
record-look-nobody = Iemand die hier niet meer bekend is
coverage-title = De ronde
coverage-round = { $name }, vanaf { $begins }
coverage-no-round = Er is nog geen ronde begonnen. Alle gesprekken tellen mee.
coverage-state-spoken = Gesproken
coverage-state-planned = Gepland
coverage-state-not-yet = Nog niet
coverage-totals = { $held } gesprekken gehouden, met { $participants } deelnemers.
coverage-elsewhere = { $count ->
    [one] { $count } collega zit in geen team. Nodig die uit bij een gesprek van de afdeling.
   *[other] { $count } collega's zitten in geen team. Nodig hen uit bij een gesprek van hun afdeling.
}
coverage-next = Wie is er aan de beurt?
coverage-next-lead = Eerst wie we nog nooit spraken, dan wie het langst geleden is. Grote teams gaan voor.
coverage-people = { $count ->
    [one] { $count } collega
   *[other] { $count } collega's
}
coverage-last = laatst op { $date }
coverage-never = nog nooit gesproken
coverage-plan = Plan
coverage-teams = { $count ->
    [one] { $count } team
   *[other] { $count } teams
}
coverage-filter = Welke teams
coverage-all = Alle
coverage-caption = Teams in deze ronde
coverage-team = Team
coverage-state = Stand
coverage-size = Collega's
coverage-largest = Deelnemers
coverage-when = Wanneer
coverage-planned = op { $moment }
coverage-none = Hier staat geen team.
coverage-start = Begin een nieuwe ronde
coverage-start-lead = Alle teams komen dan opnieuw aan de beurt. Wat er was, blijft bewaard.
coverage-name = Naam van de ronde
coverage-name-hint = Bijvoorbeeld: najaar 2026.
coverage-begins = Eerste dag
coverage-start-do = Begin de ronde
coverage-started = De ronde is begonnen.
summaries-lead = Samenvattingen van gesprekken met je team, en met teams waar je leiding aan geeft.
summaries-count = { $count ->
    [one] { $count } samenvatting
   *[other] { $count } samenvattingen
}
summaries-none = Er is nog geen samenvatting om te lezen. Je krijgt een mail als die er is.
summaries-new = Wat we bespraken
summaries-all = Alle samenvattingen
summary-title = Samenvatting
summary-lead = { $count ->
    [one] Gesprek van { $date }. Er deed één collega mee.
   *[other] Gesprek van { $date }. Er deden { $count } mensen mee.
}
summary-text = Wat we bespraken
summary-themes = Thema's
summary-quotes = In hun eigen woorden
summary-released = Vrijgegeven op { $moment }.
summary-corrected = Verbeterd op { $moment }.
summary-who = Het team en de leidinggevenden erboven lezen dit. Wat er verder genoteerd is, lezen zij niet.
summary-who-outside = Het team, de leidinggevenden erboven en wie feedback en beloften bijhoudt lezen dit. Wat er verder genoteerd is, lezen zij niet.
summary-to-conversation = Naar het gesprek
summary-see = Bekijk de samenvatting
summary-edit = Schrijf de samenvatting
summary-edit-lead = Schrijf wat het team en de leidinggevende mogen lezen. Noem geen namen. Wat je vrijgeeft, kun je verbeteren maar niet terughalen.
summary-hint = Hoogstens { $most } tekens.
summary-names = Welke thema's noemt de samenvatting?
summary-names-hint = Alleen deze thema's zien het team en de leidinggevende.
summary-not-held = Leg eerst vast wanneer het gesprek was en met hoeveel mensen.
summary-release = Geef vrij
summary-release-next = Na vrijgeven krijgen het team en de leidinggevenden een mail. Bewaar je alleen, dan leest nog niemand mee.
summary-keep = Bewaar voor later
summary-correct = Verbeter en geef opnieuw vrij
summary-correct-next = Het team leest meteen de nieuwe tekst, met de datum erbij. Er gaat geen nieuwe mail uit.
summary-released-said = De samenvatting is vrijgegeven.
summary-written-said = De samenvatting is bewaard. Alleen jij en de programmaleider lezen die nu.
letter-conversation-calendar = Gesprek over dienstverlening
letter-conversation-teams = Met
letter-conversation-facilitator = Begeleider
letter-conversation-planned-subject = Gesprek met je team op { $day }
letter-conversation-planned-lead = We komen graag bij je team langs. We stellen twee vragen: wat betekent dienstverlening voor jou, en wat heb je nodig om het goed te doen?
letter-conversation-planned-action = Je hoeft niets voor te bereiden. Wat je zegt, wordt genoteerd zonder je naam. Alleen de begeleider en de programmaleider lezen de notities.
letter-conversation-calendar-in = De afspraak zit bij deze mail.
letter-conversation-calendar-out = Met deze mail verdwijnt de afspraak uit je agenda.
letter-conversation-moved-subject = Verzet: gesprek met je team, nu op { $day }
letter-conversation-moved-lead = Het gesprek met je team is verzet. Dit is de nieuwe tijd en plek.
letter-conversation-moved-action = Kun je dan niet? Zeg het tegen je leidinggevende.
letter-conversation-called-off-subject = Gesprek van { $day } gaat voor jou niet door
letter-conversation-called-off-lead = Dit gesprek gaat voor jou niet door. Je hoeft niets te doen.
letter-conversation-called-off-action = Komt er een nieuw gesprek, dan hoor je dat.
letter-conversation-summary-subject = De samenvatting van het gesprek van { $day }
letter-conversation-summary-lead = Op { $day } was er een gesprek met je team. De samenvatting staat klaar.
letter-conversation-summary-action = Klopt er iets niet? Zeg het tegen de begeleider.
letter-conversation-summary-button = Lees de samenvatting
letter-button-summaries = Wat we eerder bespraken
letters-kind-conversation-planned = Een gesprek met je team
letters-kind-conversation-moved = Een gesprek is verzet
letters-kind-conversation-called-off = Een gesprek gaat niet door
letters-kind-conversation-summary = De samenvatting van een gesprek
event-conversation-planned = Een gesprek is gepland
event-conversation-changed = De planning van een gesprek is gewijzigd
event-conversation-called-off = Een gesprek is afgezegd
event-conversation-noted = Er zijn notities van een gesprek geschreven
event-conversation-recorded = Een gesprek is vastgelegd
event-summary-written = Een samenvatting van een gesprek is geschreven
event-summary-released = Een samenvatting van een gesprek is vrijgegeven
event-round-started = Een ronde van gesprekken is begonnen
problem-in-the-future = Deze dag komt nog. Kies een dag die geweest is.
problem-round-that-day = Op deze dag begint al een ronde. Kies een andere dag.
held-conversations = Gesprekken die deze persoon begeleidde
held-conversation-notes = Notities van gesprekken die deze persoon opsloeg
held-conversation-looks = Wanneer deze persoon een vertrouwelijk gesprek opende
held-field-savedAt = Opgeslagen
held-field-topic = Kopje
retention-kind-notes = Notities en citaten van gesprekken, en wie ze las
retention-after-notes = { $days ->
    [one] 1 dag na het gesprek
   *[other] { $days } dagen na het gesprek
}
permissions-on-conversation-title = Gesprekken plannen en houden
permissions-on-conversation = Een gespreksbegeleider ziet de eigen gesprekken, de programmaleider ziet alle.
permissions-on-conversation-data = Wie een gesprek begeleidt. Van deelnemers alleen het aantal.
permissions-on-record-title = Notities van gesprekken
permissions-on-record = Vertrouwelijk: alleen wie het gesprek begeleidt en de programmaleider lezen notities en citaten. Een beheerder, een leidinggevende en de API lezen ze niet. Wie ze opent, staat erbij.
permissions-on-record-data = Wat er gezegd is, zonder namen; wie een notitie opsloeg en wie ze las.
permissions-on-coverage-title = De ronde langs alle teams
permissions-on-coverage = Met welke teams een gesprek was of komt. Een leidinggevende ziet dat van de eigen teams.
permissions-on-summary-title = Samenvattingen van gesprekken
permissions-on-summary = Wat vrijgegeven is, leest wie nu of toen in het team werkt, en wie er leiding aan geeft. Citaten staan erbij vanaf vijf deelnemers, als wie het zei dat goed vindt.

# Beloften en cijfers (promises and readings)
promises-title = Beloften
promises-lead = Wat we inwoners beloven, en of we het doen.
promises-filter = Welke beloften
promises-now = Die nu gelden
promises-retired = Vervallen
promises-count = { $count ->
    [one] 1 belofte
   *[other] { $count } beloften
}
promises-kept = De laatste keer haalden we { $kept } van de { $of } beloften.
promises-none = Er zijn nog geen beloften.
promises-none-retired = Er is nog geen belofte vervallen.
promise-new-title = Belofte toevoegen
promise-edit-title = Belofte { $code } wijzigen
promise-edit-lead = Wat beloven we, hoe meten we dat, en wie staat ervoor?
promise-edit = Wijzigen
promise-kept = Gehaald
promise-missed = Niet gehaald
promise-target-is = Doel: { $target }
promise-said-nothing = Er is nog niets gemeten.
promise-said-kept = { $of ->
    [one] De laatste keer ({ $period }) was het { $value }: het doel van { $target } is gehaald.
   *[other] De laatste keer ({ $period }) was het { $value }: het doel van { $target } is gehaald; van de laatste { $of } perioden { $missed ->
        [0] lukte het elke keer
        [one] lukte het één keer niet
       *[other] lukte het { $missed } keer niet
    }.
}
promise-said-missed = { $of ->
    [one] De laatste keer ({ $period }) was het { $value }, en dat is niet gehaald: het doel is { $target }.
   *[other] De laatste keer ({ $period }) was het { $value }, en dat is niet gehaald: het doel is { $target }; van de laatste { $of } perioden { $kept ->
        [0] lukte het geen enkele keer
        [one] lukte het één keer
       *[other] lukte het { $kept } keer
    }.
}
promise-improves = Er loopt een verbeteractie.
promise-improvement = Verbeteractie:
promise-improve = Niet gehaald ({ $period }): begin een verbeteractie
promise-improve-title = Beter: { $promise }
promise-improve-do = Begin de verbeteractie
promise-improve-next = De verbeteractie komt bij { $who }. Die geeft antwoord binnen twintig werkdagen.
promise-improve-said = De verbeteractie is begonnen.
promise-retired-on = Vervallen op { $date }. De cijfers blijven staan.
promise-retire = Laten vervallen
promise-use = Weer laten gelden
promise-facts = Over deze belofte
promise-code = Code
promise-code-hint = Kort, zoals N01. Hierna blijft de code zo.
promise-everybody = Hele organisatie
promise-department = Wie staat ervoor?
promise-measured-by = Wie meet het?
promise-source = Waar komt het cijfer vandaan?
promise-who-sees = Iedereen in huis ziet deze cijfers. Wie een cijfer invoerde, ziet alleen wie zelf cijfers invoert.
promise-text-nl = De belofte
promise-text-en = De belofte in het Engels
promise-text-hint = Zoals inwoners haar lezen.
promise-indicator-nl = Wat meten we?
promise-indicator-en = Wat meten we? In het Engels
promise-indicator-hint = Schrijf de formule op: wat gedeeld door wat.
promise-unit = Wat voor cijfer is het?
promise-unit-share = Een aandeel: hoeveel van alles op tijd was
promise-unit-ratio = Een verhouding
promise-unit-count = Een aantal
promise-unit-grade = Een rapportcijfer
promise-every = Hoe vaak meten we?
promise-every-month = Elke maand
promise-every-quarter = Elk kwartaal
promise-every-year = Elk jaar
promise-direction = Aan welke kant van het doel is het goed?
promise-direction-at-least = Het doel of meer
promise-direction-at-most = Het doel of minder
promise-target = Doel
promise-target-hint = Een aandeel mag als 90% of als 0,9.
promise-target-hint-known = Een nieuw doel geldt voor nieuwe cijfers. Cijfers die er al staan, houden het doel van toen.
promise-origin = Hoe komen de cijfers hier?
promise-origin-entered = Iemand voert ze in, of een programma stuurt ze
promise-origin-call-backs = Uit een bestand met terugbelverzoeken
promise-origin-call-backs-hint = Olievlek telt zelf wat op tijd was, en bewaart de verzoeken niet.
promise-origin-open-klant = Uit Open Klant, elke nacht
promise-origin-open-klant-hint = Olievlek telt de interne taken, en bewaart alleen aantallen per dag en afdeling. Kies dit alleen bij een aandeel.
promise-origin-open-zaak = Uit Open Zaak, elke nacht
promise-origin-open-zaak-hint = Olievlek meet hoelang zaken duurden, en bewaart alleen de uitkomst. Kies dit alleen bij een verhouding.
promise-origin-grades = Uit de cijfers die inwoners geven
promise-definition-nl = Wat telt mee en wat niet?
promise-definition-en = Wat telt mee en wat niet? In het Engels
promise-definition-hint = Dit staat bij elk cijfer.
promise-save = Opslaan
promise-save-next = Iedereen in huis leest de belofte meteen.
promise-said-made = De belofte is toegevoegd.
promise-said-changed = De belofte is gewijzigd.
promise-said-retired = De belofte is vervallen.
promise-said-again = De belofte geldt weer.
figure-percent = { $number } %
figure-at-least = minstens { $value }
figure-at-most = hoogstens { $value }
figure-month = { $month } { $year }
figure-quarter = { $quarter }e kwartaal { $year }
figure-beside-abandoned-share = Afgehaakt, van alles wat binnenkwam
figure-beside-own-term-share = Besloten binnen onze eigen norm
figure-beside-legal-term-share = Besloten binnen de wettelijke termijn
figure-beside-median-days = Mediaan in netto dagen
figure-beside-p90-days = Negen van de tien binnen, in netto dagen
figure-beside-out-of = Van hoeveel in totaal
readings-title = Cijfers
readings-count = { $count ->
    [one] 1 periode gemeten
   *[other] { $count } perioden gemeten
}
readings-caption = Cijfers van “{ $promise }”, de nieuwste periode eerst
readings-none = Er zijn nog geen cijfers.
readings-corrected = { $count ->
    [one] 1 verbeterd cijfer
   *[other] { $count } verbeterde cijfers
}
reading-period = Periode
reading-period-hint = Alleen perioden die voorbij zijn.
reading-period-choose = Kies een periode
reading-value = Waarde
reading-value-hint-ratio = Bijvoorbeeld 0,85.
reading-value-hint-count = Een heel getal.
reading-value-hint-grade = Van 1 tot en met 10, bijvoorbeeld 7,4.
reading-met = Op tijd
reading-met-hint = Hoeveel daarvan gehaald is.
reading-cases = Totaal
reading-answers = Aantal antwoorden
reading-share = Of: het aandeel
reading-share-hint = Alleen als je de aantallen niet weet. Bijvoorbeeld 72% of 0,72.
reading-beside-share = Bijvoorbeeld 4% of 0,04.
reading-met-of = { $met } van { $cases }
reading-of = van { $cases }
reading-kept = Doel gehaald?
reading-is-kept = gehaald
reading-is-missed = niet gehaald
reading-outside = Buiten de grenzen van de grafiek
reading-source = Waar het vandaan komt
reading-change = Verbeteren
reading-way = Hoe ingevoerd
reading-way-form = Ingevuld
reading-way-file = Uit een bestand
reading-way-api = Uit een ander programma
reading-way-counted = Geteld door Olievlek
reading-new-title = Cijfer invoeren
reading-correct-title = Cijfer verbeteren
reading-correct = Verbeteren
reading-now = Nu staat er voor { $period }: { $value }. Dat blijft te zien bij de verbeterde cijfers.
reading-note = Toelichting
reading-note-hint = Wat moet een lezer weten? Geen namen. Iedereen in huis leest dit.
reading-why = Waarom verbeter je dit cijfer?
reading-why-hint = Geen namen. Iedereen in huis leest dit.
reading-do = Cijfer opslaan
reading-correct-do = Verbeterd cijfer opslaan
reading-next = Iedereen in huis ziet het cijfer meteen.
reading-said = Het cijfer is opgeslagen.
reading-was = { $period }: { $value }
reading-until = Vervangen op { $moment }
readings-file-title = Bestand inlezen
call-backs-file-title = Terugbelverzoeken inlezen
readings-template = Voorbeeld om in te vullen
readings-template-lead = In het voorbeeld staat een regel voor elke periode die nog geen cijfer heeft.
call-backs-template-lead = Zet elk terugbelverzoek op een eigen regel. Laat “afgehandeld” leeg zolang er niet gebeld is.
readings-template-columns = Kolommen: { $columns }
readings-template-xlsx = Voorbeeld voor Excel
readings-template-csv = Voorbeeld als CSV
readings-file = Bestand
readings-file-choose = Kies het ingevulde bestand
readings-file-hint = Excel (.xlsx) of CSV. Een periode die al een cijfer heeft, krijgt alleen een ander cijfer als er een toelichting bij staat.
call-backs-file-hint = Excel (.xlsx) of CSV. Neem alle verzoeken op die in deze dagen beantwoord moesten zijn: het bestand vervangt wat er voor die dagen stond. We tellen meteen, en bewaren geen verzoeken.
readings-file-look = Bekijk wat het doet
readings-file-next = Er wordt nog niets opgeslagen. Je ziet eerst wat er zou veranderen.
readings-file-other = Ander bestand
readings-file-do = Opslaan
readings-file-do-next = De goede regels worden opgeslagen. Geweigerde regels niet.
call-backs-file-do-next = De tellingen worden opgeslagen. De verzoeken zelf bewaren we niet.
readings-file-said = { $count ->
    [0] Opgeslagen. Er is geen cijfer veranderd.
    [one] Opgeslagen: 1 periode heeft een nieuw cijfer.
   *[other] Opgeslagen: { $count } perioden hebben een nieuw cijfer.
}
readings-preview-title = Wat dit bestand doet
readings-preview-lead = { $file }, voor “{ $promise }”
readings-preview-added = Nieuwe cijfers
readings-preview-changed = Verbeterde cijfers
readings-preview-unchanged = Ongewijzigd
readings-preview-refused = Geweigerde regels
readings-preview-nothing = Dit bestand verandert niets.
call-backs-due = Verzoeken die meetellen
call-backs-met = Op tijd
call-backs-to-come = Nog niet aan de beurt
call-backs-span = Deze verzoeken moesten beantwoord zijn van { $from } tot en met { $until }. Wat er voor die dagen al stond, wordt vervangen. Een periode die nog loopt, krijgt een cijfer als zij voorbij is en je opnieuw inleest.
call-backs-periods = Geteld in dit bestand
# Cijfers uit een ander systeem
pull-open-klant = Ophalen uit Open Klant
pull-open-zaak = Ophalen uit Open Zaak
pull-lead-open-klant = Elke nacht telt Olievlek de interne taken opnieuw, vanaf de eerste dag van vorige maand. Alleen aantallen per dag en afdeling blijven. Een cijfer dat iemand zelf invoerde, blijft staan.
pull-lead-open-zaak = Elke nacht meet Olievlek de zaken die in de laatste hele periode zijn afgesloten. Alleen de uitkomst blijft. Een cijfer dat iemand zelf invoerde, blijft staan.
pull-last = Voor het laatst opgehaald op { $moment }. Geteld van { $from } tot en met { $until }.
pull-never = Er is nog niets opgehaald.
pull-seen = Gelezen
pull-counted = Meegeteld
pull-unknown = Daarvan van een onbekende afdeling
pull-unknown-how = Een taak hoort bij een afdeling als de organisatorische eenheid in Open Klant dezelfde code of naam heeft als hier. Taken van een onbekende afdeling tellen alleen mee voor de hele organisatie.
pull-unusable = Niet bruikbaar
pull-now = Nu ophalen
pull-said = We halen de cijfers op. Kijk over een paar minuten opnieuw.
pull-failed = Ophalen lukte niet op { $moment }.
pull-again = We proberen het vanzelf opnieuw.
pull-failure-not-connected = Dit systeem staat niet in de instellingen. Vraag de beheerder van de server om het te koppelen.
pull-failure-unreachable = Het systeem is niet te bereiken, of zijn certificaat is niet te vertrouwen.
pull-failure-late = Het systeem gaf niet op tijd antwoord.
pull-failure-refused = Het systeem laat Olievlek niet binnen. De sleutel of de rechten kloppen niet.
pull-failure-moved = Het systeem verwijst naar een ander adres. Dat volgen we niet.
pull-failure-not-there = Op het adres uit de instellingen is niets te vinden.
pull-failure-broken = Het systeem meldde zelf een fout.
pull-failure-too-large = Het systeem gaf een antwoord dat te groot is.
pull-failure-too-many = Het systeem gaf te veel bladzijden.
pull-failure-unreadable = Het antwoord van het systeem is anders dan we verwachten.
pull-failure-elsewhere = De volgende bladzijde staat op een ander adres. Dat volgen we niet.
chart-title-control = Belofte { $code }, van { $first } tot en met { $last }: waarden, doel en grenzen
chart-title-run = Belofte { $code }, van { $first } tot en met { $last }: waarden en doel
chart-seen-target = In { $kept } van de { $of } perioden is het doel gehaald.
chart-seen-outside = { $outside ->
    [0] Geen enkele waarde ligt buiten de grenzen: de verschillen kunnen toeval zijn.
    [one] Eén waarde ligt buiten de grenzen: daar is meer aan de hand dan toeval.
   *[other] { $outside } waarden liggen buiten de grenzen: daar is meer aan de hand dan toeval.
}
chart-seen-few = Grenzen tekenen we vanaf { $least } perioden met aantallen.
chart-seen-run = De lijn in het midden is de middelste waarde.
chart-key = Wat de lijnen betekenen
chart-key-value = waarde
chart-key-target = doel
chart-key-mean = gemiddelde, { $value }
chart-key-median = middelste waarde, { $value }
chart-key-limits = grenzen van toeval
chart-key-outside = buiten de grenzen
chart-low = Ondergrens
chart-high = Bovengrens
chart-numbers = De getallen van deze grafiek
chart-how = De grenzen zijn die van een p-kaart met de correctie van Laney: het gemiddelde plus en min drie keer de spreiding. Ze houden er rekening mee hoeveel gevallen een periode had.
chart-how-run = Dit is een loopkaart: de waarden op volgorde, met het doel en de middelste waarde.
improvement-from-promise = Begonnen omdat een belofte niet is gehaald ({ $period }):
problem-promise-code = Gebruik letters, cijfers en streepjes: hoogstens { $max } tekens.
problem-not-a-decimal = Vul een getal in, bijvoorbeeld 0,9 of 90%.
problem-not-a-share = Een aandeel ligt tussen 0 en 100%. Schrijf 72% of 0,72.
problem-not-a-grade = Een rapportcijfer ligt tussen 1 en 10.
problem-not-a-figure = Vul een getal in van 0 of meer dat hierbij past.
problem-promise-fixed = Dit blijft zoals het is: de cijfers horen erbij. Maak een nieuwe belofte.
problem-reading-reason = Deze periode heeft al een cijfer. Vertel waarom je het verbetert.
problem-period-not-whole = Dit is geen hele periode van deze belofte. Kies een periode uit de lijst.
problem-period-not-over = Deze periode is nog niet voorbij. Kies een eerdere.
problem-period-too-old = Kies een periode vanaf { $first }.
problem-not-for-this-unit = Bij deze belofte hoort een waarde, geen aantal op tijd.
problem-value-or-cases = Vul de aantallen in of de waarde, niet allebei.
problem-origin-unit = Deze bron past niet bij deze belofte. Open Klant hoort bij een aandeel, Open Zaak bij een verhouding.
problem-days-of-open-klant = De dagen vanaf de eerste van vorige maand tellen we uit Open Klant. Laat die weg uit het bestand, of kies bij de belofte het bestand als bron.
problem-no-call-backs = In dit bestand staat geen verzoek dat nu meetelt.
import-no-indicator = Er staat niet bij wat er gemeten wordt.
import-not-a-decimal = Er hoort een getal te staan, bijvoorbeeld 0,9 of 90%.
import-not-a-share = Een aandeel ligt tussen 0 en 100%. Schrijf 72% of 0,72.
import-not-a-grade = Een rapportcijfer ligt tussen 1 en 10.
import-not-a-figure = Een getal op deze regel past niet bij deze belofte.
import-not-a-number = Hier hoort een heel getal te staan.
import-out-of-range = Een aantal moet liggen van { $min } tot en met { $max }.
import-too-long = De toelichting is te lang: hoogstens { $max } tekens.
import-promise-code = Een code bestaat uit letters, cijfers en streepjes: hoogstens { $max } tekens.
import-promise-fixed = Deze belofte heeft al een andere eenheid of periode. Geef haar een nieuwe code.
import-promise-unknown = De belofte “{ $code }” is niet bekend.
import-promise-other = Deze regel gaat over { $code }. Lees die in bij die belofte.
import-word-unknown = “{ $value }” kennen we niet in de kolom { $field }.
import-period-malformed = “{ $value }” is geen periode van deze belofte. Schrijf 2026-01, 2026-K1 of 2026.
import-period-not-whole = Dit is geen hele periode van deze belofte.
import-period-not-over = Deze periode is nog niet voorbij.
import-period-too-old = Deze periode ligt voor { $first }.
import-period-twice = Deze periode staat al op een eerdere regel. Die regel geldt.
import-not-for-this-unit = Bij deze belofte hoort een waarde, geen aantal op tijd.
import-value-or-cases = Vul de aantallen in of de waarde, niet allebei.
import-no-value = Er staat geen waarde en geen aantal op deze regel.
import-reading-reason = Deze periode heeft al een ander cijfer. Schrijf bij de toelichting waarom het verandert.
import-reference-twice = Dit kenmerk staat al op een eerdere regel. Die regel geldt.
import-no-reference = Het kenmerk ontbreekt.
import-moment-malformed = Een datum met tijd ontbreekt of is niet te lezen. Schrijf 3-3-2026 9:30 of 2026-03-03 09:30.
import-in-the-future = Een tijd op deze regel moet nog komen.
import-handled-too-early = De dag van afhandelen ligt voor de dag van ontvangst.
import-column-text = Belofte
import-column-textEn = Belofte in het Engels
import-column-indicator = Indicator
import-column-indicatorEn = Indicator in het Engels
import-column-target = Doel
import-column-direction = Richting
import-column-measuredBy = Wie meet
import-column-dataSource = Bron
import-column-definition = Definitie
import-column-definitionEn = Definitie in het Engels
import-column-value = Waarde
event-promise-made = Een belofte is toegevoegd
event-promise-changed = Een belofte is gewijzigd
event-promise-retired = Een belofte is vervallen of geldt weer
event-reading-entered = Een cijfer van een belofte is ingevoerd
event-reading-corrected = Een cijfer van een belofte is verbeterd
event-call-backs-counted = Terugbelverzoeken zijn geteld
event-pull-asked = Iemand liet cijfers ophalen uit een ander systeem
event-promise-pulled = Cijfers zijn opgehaald uit een ander systeem
event-promise-missed = Een gemiste belofte werd een verbeteractie
event-readings-exported = Cijfers van beloften zijn als bestand meegenomen
held-readings = Cijfers die deze persoon invoerde
held-field-promise = Belofte
held-field-enteredAt = Ingevoerd
permissions-area-service = Dienstverlening
permissions-on-promise-title = Beloften en cijfers
permissions-on-promise = Iedereen in huis leest de beloften en hoe het gaat. Wie cijfers bijhoudt (kwaliteitsmedewerker, programmaleider, beheerder) voert ze in of laat ze ophalen, en ziet wie een cijfer invoerde.
permissions-on-promise-data = Wie een cijfer invoerde. Van terugbelverzoeken alleen aantallen per dag.
api-list-promises = De beloften aan inwoners, met doel en formule
api-list-readings = De cijfers van een belofte die gelden, de nieuwste periode eerst
api-enter-reading = Een cijfer van een periode invoeren; een periode die er al een heeft, wordt met een reden verbeterd
persona-quality = Kwaliteitsmedewerker
# Perioden en drempels
periods-title = Perioden
periods-lead = Over elke periode verschijnt één rapport. Cijfers over meningen staan er pas in als de periode is afgesloten. Daarna verandert er niets meer aan.
periods-caption = { $count ->
    [one] 1 periode
   *[other] { $count } perioden
}
periods-days = Periode
periods-between = { $from } tot en met { $until }
periods-grain = Duur
periods-state = Stand
periods-state-running = loopt
periods-state-closing = wordt afgesloten
periods-state-closed = afgesloten
periods-progress = { $total ->
    [0] Bezig met rekenen.
   *[other] { $done } van { $total } delen geschreven.
}
periods-refresh = Kijk opnieuw
periods-none = Er is nog geen periode. Begin de eerste; elke volgende begint vanzelf als je er een afsluit.
periods-begins = Een dag in de eerste periode
periods-begins-hint = De periode begint op de eerste dag van het kwartaal, half jaar of jaar waarin deze dag valt.
periods-begin = Begin de eerste periode
periods-begin-next = Hoe lang perioden zijn, staat bij de drempels. Zonder keuze is dat een jaar, en vanaf 600 medewerkers een half jaar.
periods-close = Sluit deze periode af
periods-said-begun = De eerste periode is begonnen.
periods-said-closing = De cijfers worden gemaakt. Dat duurt meestal minder dan een minuut.
periods-ask-title = Sluit een periode af
periods-ask-frozen = De cijfers worden één keer berekend en blijven daarna zoals ze zijn.
periods-ask-later = Wat hierna nog binnenkomt of verbeterd wordt, telt mee in de volgende periode.
periods-ask-small = Kleine afdelingen worden samengevoegd. Wat te weinig mensen hebben gezegd, wordt niet getoond.
periods-ask-next = De volgende periode begint vanzelf.
periods-ask-final = Afsluiten kun je niet terugdraaien. Leidinggevenden zien daarna de cijfers van hun afdelingen, iedereen die van de organisatie.
rules-title = Drempels
rules-lead = Vanaf hoeveel mensen een cijfer getoond wordt, hoe lang een periode is, en wat elke stap van de ladder vraagt.
rules-caption = { $count } drempels
rules-name = Drempel
rules-value = Geldt nu
rules-since = Sinds
rules-always = het begin
rules-by-size = naar het aantal medewerkers
rules-percent = { $value } %
rules-people = { $count ->
    [one] 1 persoon
   *[other] { $count } mensen
}
rules-edit-title = Drempel
rules-now = Nu geldt:
rules-grain = Hoe lang een periode is
rules-percent-label = Percentage
rules-people-label = Aantal mensen
rules-range = Van { $min } tot en met { $max }.
rules-do = Stel deze drempel in
rules-next = Dit geldt voor de volgende periode die je afsluit. Iedereen die het logboek leest, ziet wie dit wanneer instelde.
rules-next-rises = Deze drempel kan alleen omhoog. Iedereen die het logboek leest, ziet wie dit wanneer instelde.
rules-said = De drempel is ingesteld.
grain-quarter = kwartaal
grain-half-year = half jaar
grain-year = jaar
rule-people = Mensen achter een cijfer in de organisatie
rule-people-why = Zo blijft verborgen wat één collega vond: geen enkel cijfer, en geen verschil tussen cijfers, gaat over minder mensen.
rule-people-public = Mensen achter een cijfer voor inwoners
rule-people-public-why = Wat inwoners lezen, gaat over de hele organisatie of een domein, en over ten minste zo veel mensen.
rule-headcount = Mensen in een afdeling
rule-headcount-why = Een kleinere afdeling krijgt geen eigen cijfers. Ze wordt voor het hele jaar samengevoegd met andere.
rule-grain = Hoe lang een periode is
rule-grain-why = Alle cijfers hebben dezelfde periode. Een andere keuze geldt vanaf de volgende.
rule-ladder-talking = Ladder 1, in gesprek: teams met een gesprek en een afspraak
rule-ladder-talking-why = Zo veel van de teams moet een gesprek hebben gehad en iets hebben afgesproken.
rule-ladder-answered = Ladder 2, aan de slag: ideeën op tijd beantwoord
rule-ladder-answered-why = Zo veel van de ideeën moet binnen twintig werkdagen een antwoord hebben gekregen. “Nee, want” is een antwoord.
rule-ladder-learning = Ladder 3, leert: mensen met een afgeronde training
rule-ladder-learning-why = Zo veel van de mensen moet dit jaar een training hebben afgerond. Of genoeg gerichte opdrachten zijn afgerond.
rule-ladder-assigned = Ladder 3, leert: gerichte opdrachten afgerond
rule-ladder-assigned-why = Zo veel van de opdrachten moet zijn afgerond. Of genoeg mensen volgden een training.
rule-ladder-applied = Ladder 4, past toe: gebruik na drie maanden
rule-ladder-applied-why = Zo veel van wie antwoordde, moet het geleerde in de laatste twee weken hebben toegepast.
event-period-begun = Een periode van de rapportage is begonnen
event-period-closing = Het afsluiten van een periode is gestart
event-period-closed = Een periode is afgesloten en de cijfers staan vast
event-ledger-exported = Gepubliceerde cijfers zijn als bestand opgehaald
event-rule-set = Een drempel van de rapportage is ingesteld
refusal-period-not-over = Deze periode loopt nog. Sluit haar af na de laatste dag.
refusal-pulse-open = De peiling van deze periode staat nog open. Sluit de periode af als niemand meer kan antwoorden.
api-list-periods = De perioden die zijn afgesloten, de nieuwste eerst
api-list-cells = Alles wat over een afgesloten periode is gepubliceerd, per eenheid
permissions-on-period-title = Perioden afsluiten
permissions-on-period = Alleen de programmaleider begint en sluit perioden. Tot die tijd leest niemand cijfers over meningen, ook de programmaleider niet.
permissions-on-rule-title = Drempels van de rapportage
permissions-on-rule = Alleen de programmaleider stelt drempels in. Hoeveel mensen er ten minste achter een cijfer zitten, kan alleen omhoog.
held-periods = Perioden die deze persoon afsloot
held-thresholds = Drempels die deze persoon instelde
held-field-closedAt = Afgesloten
held-field-threshold = Drempel
held-field-value = Waarde
held-field-setAt = Ingesteld
# Pols, feedback, complimenten en contacten
pulse-title = Hoe goed lukt het ons?
pulse-lead = Vier vragen over onze kernwaarden. Denk aan je eigen werk van de laatste maanden. Het kost je een minuut.
pulse-anonymous = Je antwoord is anoniem.
pulse-anonymous-short = We bewaren niet wie wat antwoordde. Je antwoord telt mee bij een afdeling van minstens { $fewest } mensen.
pulse-anonymous-more = Hoe we dat doen, en wie wat ziet
pulse-anonymous-how = We bewaren je antwoord zonder je naam en zonder tijd. Je hoeft niet in te loggen. Tot de vragen sluiten weten we of je antwoordde, zodat je maar één herinnering krijgt. Daarna wissen we ook dat.
pulse-anonymous-where = Bij je antwoord staat alleen de afdeling waar je werkt. Werken daar minder dan { $fewest } mensen, dan staat er de afdeling daarboven.
pulse-anonymous-when = Niemand ziet cijfers zolang je kunt antwoorden. Daarna verschijnen alleen cijfers van groepen die groot genoeg zijn. Hoeveel mensen van een afdeling antwoordden, ziet niemand zolang de vragen open zijn.
pulse-low = helemaal niet
pulse-high = heel goed
pulse-send = Stuur mijn antwoord
pulse-next = Je kunt één keer antwoorden, tot en met { $date }. Daarna kun je je antwoord niet meer wijzigen: we weten niet welk antwoord van jou is.
pulse-answered = Dank je wel, je antwoord is binnen
pulse-answered-lead = Nog een keer antwoorden kan niet. Aan de uitkomst is niet te zien wat jij antwoordde.
pulse-over = Antwoorden kan niet meer
pulse-over-lead = De vragen zijn gesloten. De uitkomst verschijnt in Cultuur in beeld.
pulse-unknown = We kennen deze link niet
pulse-unknown-lead = Misschien is de link niet helemaal overgenomen. Kijk of de hele link uit je mail in de adresbalk staat.
pulse-home = Hoe goed lukt het ons? Vier vragen, anoniem, één minuut.
pulse-home-see = Antwoord nu
pulse-desk = Pols
pulse-desk-lead = Eén keer per periode vragen we iedereen die hier werkt hoe goed de vier kernwaarden lukken.
pulse-dates = { $opens } tot en met { $closes }
pulse-period = Hoort bij de periode van { $from } tot en met { $until }.
pulse-state-planned = Gepland
pulse-state-open = Open
pulse-state-over = Gesloten
pulse-planned = Op de eerste dag krijgt iedereen die hier dan werkt een mail, en de vraag op de startpagina.
pulse-counted = { $counted } van de { $invited } mensen antwoordden.
pulse-counted-when = Stand van vanmorgen. Per afdeling tonen we dit niet zolang mensen kunnen antwoorden.
pulse-over-where = De cijfers staan in het rapport zodra de periode is afgesloten.
pulse-never = Er is nog nooit een pols gevraagd.
pulse-ask = Vraag een pols
pulse-ask-lead = Kies de dagen waarop mensen kunnen antwoorden: minstens { $least } en hoogstens { $most } dagen, binnen de periode.
pulse-ask-period = Periode
pulse-ask-opens = Eerste dag
pulse-ask-closes = Laatste dag
pulse-ask-do = Plan de pols
pulse-ask-next = Iedereen krijgt een mail op de eerste dag. Wie halverwege nog niet antwoordde, krijgt één herinnering.
pulse-ask-none = Er is geen open periode zonder pols. Begin eerst een periode.
pulse-asked = De pols is gepland.
pulse-colleagues = Vul in voor een collega
pulse-colleagues-lead = Voor wie geen mail of computer heeft. Lees de vragen voor aan de telefoon en vul in wat je collega zegt.
pulse-colleague-name = Naam van je collega
pulse-colleague-name-hint = Een deel van de naam of het personeelsnummer is genoeg.
pulse-colleague-find = Zoek
pulse-colleagues-found = { $count ->
    [one] 1 collega gevonden
   *[other] { $count } collega’s gevonden
}
pulse-colleagues-more = Dit zijn de eerste { $most }. Typ meer van de naam.
pulse-colleagues-nobody = Niemand die de vragen kreeg, heet zo.
pulse-none-open = Er is nu geen pols open.
pulse-colleague = Antwoord van { $name }
pulse-colleague-lead = Niemand kan later zien wat deze collega antwoordde, en niet dat jij het invulde. Vertel er niets over verder.
pulse-colleague-send = Stuur dit antwoord
pulse-colleague-next = Je collega kan daarna niet meer zelf antwoorden. Jij kunt het antwoord niet meer inzien of wijzigen.
pulse-colleague-said = Het antwoord is binnen. Wie belt er nu?
pulse-colleague-answered = Van deze collega is al een antwoord binnen. Dit antwoord is niet bewaard.
problem-outside-period = Kies een dag binnen de periode.
problem-pulse-lasts = Kies een laatste dag waarmee mensen minstens { $min } en hoogstens { $max } dagen kunnen antwoorden.
letter-pulse-subject = Hoe goed lukt het ons? Vier korte vragen
letter-pulse-lead = We vragen iedereen die hier werkt hoe goed onze vier kernwaarden lukken. Het kost je een minuut en je antwoord is anoniem.
letter-pulse-action = Antwoorden kan één keer, tot en met { $date }. Stuur deze link niet door: wie hem heeft, antwoordt in jouw plaats. Inloggen hoeft niet.
letter-pulse-button = Naar de vragen
letter-pulse-reminder-subject = Nog even: hoe goed lukt het ons?
letter-pulse-reminder-lead = We hoorden nog niet wat je vindt van onze kernwaarden in je werk. Je antwoord is anoniem en kost een minuut. Dit is de enige herinnering. We bewaren niet dat we je deze mail stuurden.
letters-kind-pulse = Hoe goed lukt het ons?
letters-kind-pulse-reminder = Nog even: hoe goed lukt het ons?
event-pulse-asked = Een pols is gepland
event-pulse-opened = Iedereen kreeg de vragen van de pols
event-feedback-form-opened = Een formulier voor inwoners is geopend
event-feedback-form-closed = Een formulier voor inwoners is gesloten
event-feedback-loaded = Een bestand met wat inwoners vinden is overgenomen
event-compliment-entered = Een compliment is ingevoerd
event-compliment-told = Wie een compliment mag weten, is gewijzigd
event-contacts-counted = Het aantal contacten van een maand is ingevuld
held-pulses = Vragen over de kernwaarden
held-compliments = Complimenten die je invoerde
held-contact-volumes = Contacten die je telde
held-field-shape = Vorm
held-field-month = Maand
held-field-receivedOn = Ontvangen op
held-field-channel = Kanaal
held-field-contacts = Contacten
retention-kind-pulses = Antwoorden op de pols, van niemand bekend
retention-after-pulses = { $days ->
    [one] 1 dag na de laatste dag van de pols
   *[other] { $days } dagen na de laatste dag van de pols
}
retention-kind-feedback = Wat inwoners van de dienstverlening vinden
retention-after-feedback = { $days ->
    [one] 1 dag nadat het binnenkwam
   *[other] { $days } dagen nadat het binnenkwam
}
permissions-area-adoption = Hoe het gaat
permissions-on-feedback-public-title = Formulier voor inwoners
permissions-on-feedback-public = Wie de link of de code heeft, vult in wat die van de dienstverlening vindt, zonder account.
permissions-on-feedback-public-data = Een cijfer, moeite en een tekst, met de dag. Geen naam, adres of tijd.
permissions-on-feedback-title = Wat inwoners vinden
permissions-on-feedback = Wat inwoners schreven en hoeveel er binnenkwam, voor wie metingen bijhoudt. Geen cijfers: die verschijnen pas als een periode gesloten is.
permissions-on-feedback-data = Teksten van inwoners, zonder namen en nummers.
permissions-on-spoken-title = Rondetafels en klantenpanels
permissions-on-spoken = Wie feedback en beloften bijhoudt, leest de samenvatting van een gesprek met partners of klanten zodra die is vrijgegeven. Notities leest die niet.
permissions-on-spoken-data = Samenvattingen, thema’s en citaten die gedeeld mogen worden, zonder namen.
permissions-on-team-feedback-title = Wat inwoners schreven over je afdeling
permissions-on-team-feedback = Leidinggevenden lezen teksten over hun eigen afdelingen, vanaf vijf teksten.
permissions-on-team-feedback-data = Teksten van inwoners, zonder namen en nummers.
permissions-on-contacts-title = Contacten per maand
permissions-on-contacts = Hoeveel contacten er waren per kanaal, voor wie metingen bijhoudt.
permissions-on-contacts-data = Wie het aantal invulde, staat erbij in de database.
permissions-on-compliment-title = Complimenten
permissions-on-compliment = Complimenten van het eigen team, en die de hele organisatie mag weten. Wie metingen bijhoudt, ziet ze allemaal.
permissions-on-compliment-data = Wat er gezegd of gegeven is, voor welke afdeling, en wie het invoerde.
permissions-on-compliment-new-title = Complimenten invoeren
permissions-on-compliment-new = Wie metingen bijhoudt, voert complimenten in en kiest wie ze mogen weten.
permissions-on-compliment-new-data = Wie een compliment invoerde.
permissions-on-pulse-title = Vragen over de kernwaarden
permissions-on-pulse = Wie een link kreeg, antwoordt één keer, zonder in te loggen. Niemand ziet van wie een antwoord is.
permissions-on-pulse-data = Wie de vragen kreeg en of die antwoordde, zolang antwoorden kan; daarna alleen hoeveel. Antwoorden staan los van mensen.
permissions-on-pulse-desk-title = Pols plannen, en antwoorden aan de telefoon
permissions-on-pulse-desk = De programmaleider plant de pols. Programmaleider en kwaliteitsmedewerker vullen in wat een collega aan de telefoon antwoordt.
permissions-on-pulse-desk-data = Namen van wie de vragen kreeg, bij het zoeken. Nooit wat iemand antwoordde.
menu-feedback = Wat inwoners vinden
channel-counter = Balie
channel-telephone = Telefoon
channel-chat = Chat
channel-post = Post
channel-social-media = Sociale media
channel-whatsapp = WhatsApp
channel-online = Online
feedback-title = Hoe hebben wij u geholpen?
feedback-lead = Drie korte vragen. U mag er ook één beantwoorden.
feedback-anonymous = Wij weten niet wie u bent.
feedback-anonymous-how = Wij bewaren geen naam, geen adres en geen tijd. Alleen de dag.
feedback-grade = Welk cijfer geeft u ons?
feedback-grade-low = heel slecht
feedback-grade-high = heel goed
feedback-effort = Hoeveel moeite kostte het u?
feedback-effort-low = heel weinig
feedback-effort-high = heel veel
feedback-text = Wat ging goed, en wat kan beter?
feedback-text-hint = Schrijf geen namen of nummers op. Mailadressen, telefoonnummers, burgerservicenummers en rekeningnummers halen wij weg: daar staat dan { $sign }.
feedback-send = Verstuur
feedback-thanks = Dank u wel
feedback-thanks-lead = Wij lezen wat u schreef en maken onze dienstverlening er beter mee. Wilt u antwoord op een vraag? Neem dan contact op met de gemeente: wij weten niet wie u bent.
feedback-another = Nog een keer invullen
feedback-unknown = Dit formulier is er niet (meer)
feedback-unknown-lead = Kijk nog eens naar het adres, of scan de code opnieuw.
spoken-title = Rondetafels en panels
spoken-lead = Wat partners en klanten in gesprekken zeiden, zodra de samenvatting er is. Wat er verder genoteerd is, staat hier niet.
spoken-areas = Over welke diensten
spoken-held = Gesprekken per dienst
spoken-area = Dienst
spoken-number = Gesprekken
spoken-no-area = Geen dienst genoemd
spoken-every-area = Alle diensten
spoken-themes = Thema’s: { $themes }
spoken-none-of-area = Over deze dienst is er nog geen samenvatting.
spoken-none = Er is nog geen samenvatting van een rondetafel of klantenpanel.
feedback-desk = Feedback
feedback-desk-lead = Wat inwoners schreven, en hoeveel er binnenkwam. Niemand weet van wie het is.
feedback-ways = Feedback en complimenten
feedback-channel = Kanaal
feedback-every-channel = Alle kanalen
feedback-department = Afdeling
feedback-department-none = Niet bekend
feedback-everywhere = Alle afdelingen
feedback-from = Vanaf
feedback-until = Tot en met
feedback-show = Toon
feedback-received = { $count ->
    [one] 1 reactie binnen
   *[other] { $count } reacties binnen
}
feedback-by-channel = Reacties per kanaal
feedback-number = Aantal
feedback-where = Gemiddelde cijfers staan hier niet. Die verschijnen als een periode gesloten is, als er genoeg reacties zijn.
feedback-texts = { $count ->
    [one] 1 tekst
   *[other] { $count } teksten
}
feedback-none = Nog niemand schreef iets. Hang een formulier op, of zet de link op een pagina.
feedback-new = Voer een reactie in
feedback-new-lead = Van de telefoon of van papier. Na het bewaren staat het formulier weer klaar.
feedback-new-text = Wat zei de inwoner?
feedback-new-text-hint = Schrijf geen namen of nummers op. Wat op een mailadres, telefoonnummer, burgerservicenummer of rekeningnummer lijkt, halen we weg: daar staat dan { $sign }.
feedback-new-send = Bewaar en voer de volgende in
feedback-new-next = We bewaren niet wie dit invoerde.
feedback-entered = De reactie is bewaard.
feedback-way = Hoe hoorde je het?
feedback-way-colleague = In een gesprek
feedback-way-paper = Op papier
feedback-day = Dag
feedback-team = Wat inwoners schreven over je afdeling
feedback-team-lead = Teksten over de afdelingen waaraan je leiding geeft, vanaf { $fewest } teksten.
feedback-team-few = Er zijn nog te weinig teksten om te tonen: het moeten er minstens { $fewest } zijn.
feedback-forms = Formulieren
feedback-forms-lead = Een link en een code voor inwoners: op een poster bij de balie, onder een brief of op een pagina.
feedback-forms-count = { $count ->
    [one] 1 formulier
   *[other] { $count } formulieren
}
feedback-forms-none = Er is nog geen formulier.
feedback-form = Formulier: { $name }
feedback-form-new = Nieuw formulier
feedback-form-name = Naam
feedback-form-name-hint = Alleen voor collega’s: waar de poster hangt of de link staat.
feedback-form-open = Maak het formulier
feedback-form-next = Wie de link heeft, kan het meteen invullen.
feedback-form-opened = Het formulier is open.
feedback-form-look = Bekijk het formulier
feedback-form-close = Sluit dit formulier
feedback-form-close-lead = De link en de code werken daarna niet meer, ook niet op posters die al hangen.
feedback-form-close-do = Sluit het formulier
feedback-form-closed = Het formulier is gesloten.
feedback-form-closed-on = Gesloten op { $date }
feedback-form-is-closed = Dit formulier is gesloten op { $date }. De link werkt niet meer.
feedback-picture = Code om te scannen: opent het formulier
feedback-poster = Hoe hebben wij u geholpen?
feedback-poster-how = Scan de code met uw telefoon. Drie korte vragen.
feedback-poster-typed = Of ga naar:
feedback-poster-print = Druk deze pagina af voor een poster.
feedback-file = Bestand
feedback-file-lead = Neem over wat in een ander systeem staat, als CSV of Excel.
feedback-file-columns = Welke kolommen
feedback-file-needed = Nodig: kanaal en datum.
feedback-file-optional = Mag erbij: cijfer (1 tot en met 10), moeite (1 tot en met 5), tekst, afdeling (naam of code).
feedback-file-rows = Hoogstens { $most } rijen.
feedback-file-choose = Bestand
feedback-file-hint = CSV of Excel (.xlsx). Haal namen en nummers van inwoners er zelf uit.
feedback-file-look = Bekijk eerst
feedback-file-next = Er wordt nog niets bewaard: je ziet eerst wat er overkomt.
feedback-preview = Klopt dit?
feedback-preview-caption = Wat er in het bestand staat
feedback-preview-rows = { $count ->
    [one] 1 rij komt over
   *[other] { $count } rijen komen over
}
feedback-load = { $count ->
    [one] Neem 1 rij over
   *[other] Neem { $count } rijen over
}
feedback-load-next = Wat er al staat, nemen we niet nog een keer over.
feedback-load-all = Neem over
feedback-known = { $count ->
    [one] 1 rij staat er al: van dezelfde dag en hetzelfde kanaal, met dezelfde cijfers en woorden.
   *[other] { $count } rijen staan er al: van dezelfde dag en hetzelfde kanaal, met dezelfde cijfers en woorden.
}
feedback-again = { $count ->
    [one] Neem deze rij ook over; die is van iemand anders
   *[other] Neem deze { $count } rijen ook over; ze zijn van anderen
}
feedback-load-nothing = Er is niets om over te nemen.
feedback-loaded = { $count ->
    [one] 1 rij is overgenomen.
   *[other] { $count } rijen zijn overgenomen.
}
feedback-refused = { $count ->
    [one] 1 rij komt niet over
   *[other] { $count } rijen komen niet over
}
feedback-refused-line = Regel { $line }
feedback-first = Dit zijn de eerste { $count }.
feedback-column-grade = Cijfer
feedback-column-effort = Moeite
feedback-column-text = Tekst
problem-feedback-nothing = Kies een cijfer, kies hoeveel moeite het kostte, of schrijf iets op.
problem-feedback-long-ago = Kies een dag van de laatste dertien maanden.
problem-not-a-channel = We kennen dit kanaal niet. Kies balie, telefoon, chat, post, sociale media, WhatsApp of online.
problem-not-a-department = We kennen deze afdeling niet.
problem-file-rows = Een bestand mag 1 tot en met { $max } rijen hebben.
problem-file-known = Alles uit dit bestand staat er al.
problem-file-again = Kies het bestand nog een keer.
contacts-title = Contacten
contacts-lead = Hoeveel contacten er per maand waren. Cijfers van een kanaal met veel contacten tellen zwaarder mee.
contacts-caption = Contacten per maand en kanaal
contacts-months = { $count ->
    [one] 1 maand geteld
   *[other] { $count } maanden geteld
}
contacts-month = Maand
contacts-write = Vul een maand in
contacts-do = Bewaar
contacts-next = Wat je leeg laat, blijft zoals het was. Voor een maand telt het laatste getal.
contacts-written = De aantallen zijn bewaard.
contacts-month-1 = januari { $year }
contacts-month-2 = februari { $year }
contacts-month-3 = maart { $year }
contacts-month-4 = april { $year }
contacts-month-5 = mei { $year }
contacts-month-6 = juni { $year }
contacts-month-7 = juli { $year }
contacts-month-8 = augustus { $year }
contacts-month-9 = september { $year }
contacts-month-10 = oktober { $year }
contacts-month-11 = november { $year }
contacts-month-12 = december { $year }
compliments-title = Complimenten
compliments-lead = Wat inwoners en partners ons gunden, in woorden of met taart.
compliments-home = Complimenten voor jullie
compliments-all = Alle complimenten
compliments-filter = Welke complimenten
compliments-house = Alle
compliments-own = Van je eigen team
compliments-count = { $count ->
    [one] 1 compliment
   *[other] { $count } complimenten
}
compliments-none = Er is nog geen compliment om te laten zien.
compliment-new = Voer een compliment in
compliment-new-lead = Ook een kaartje of een taart telt. Wie het gaf, schrijf je niet op.
compliment-text = Wat was het?
compliment-text-hint = In de woorden van wie het gaf. Zonder namen: wat op een nummer of mailadres lijkt, halen we weg ({ $sign }).
compliment-shape = Vorm
compliment-shape-words = Woorden
compliment-shape-card = Kaartje
compliment-shape-flowers = Bloemen
compliment-shape-cake = Taart
compliment-shape-other = Anders
compliment-asked = We vroegen erom
compliment-asked-hint = Iemand vroeg hoe het ging, of het stond op een formulier.
compliment-department = Voor wie is het?
compliment-for-everybody = Iedereen
compliment-telling = Wie mag het weten?
compliment-telling-nobody = Niemand (het telt alleen mee)
compliment-telling-team = Het team
compliment-telling-organisation = De hele organisatie
compliment-telling-everybody = Iedereen, ook inwoners
compliment-telling-do = Wijzig
compliment-told-now = Wie het weet: { $who }
compliment-told = Wie het mag weten, is gewijzigd.
compliment-no-channel = Niet bekend
compliment-day = Wanneer kwam het?
compliment-new-do = Bewaar
compliment-new-next = Het team ziet het meteen, als het dat mag weten.
compliment-entered = Het compliment is bewaard.
api-enter-feedback = Bewaar wat een inwoner van de dienstverlening vindt
## Hoe het gaat: het verslag over wat gepubliceerd is
spread-title = Hoe het gaat
spread-lead = Verspreidt goede dienstverlening zich, waar nog niet, en wat is er veranderd? Alle cijfers zijn vastgesteld bij het afsluiten van een periode.
spread-none = Er is nog geen periode afgesloten. Daarna staan hier de cijfers.
spread-close-first = Sluit de eerste periode af
spread-period = Periode
spread-kept = { $count } van { $all }
spread-period-months = { $from } tot en met { $until }
spread-period-year = { $year }
spread-period-half = { $number ->
    [1] de eerste helft van { $year }
   *[other] de tweede helft van { $year }
}
spread-period-quarter = { $number ->
    [1] het eerste kwartaal van { $year }
    [2] het tweede kwartaal van { $year }
    [3] het derde kwartaal van { $year }
   *[other] het vierde kwartaal van { $year }
}
spread-too-few = te weinig antwoorden om te tonen
spread-less = minder dan { $value }
spread-more = meer dan { $value }
spread-interval = tussen { $range }
spread-n = aantal: { $band }
spread-indicative = indicatief
spread-spark = Per periode: { $values }.
spread-trend-higher = hoger
spread-trend-lower = lager
spread-trend-no-difference = geen aantoonbaar verschil
spread-trend-too-little = te weinig gegevens
spread-detect = Een verschil is hier pas aan te tonen vanaf ongeveer { $points } procentpunten.
spread-detect-none = Met zo weinig antwoorden is een verschil hier niet aan te tonen.
spread-changed = Wat opvalt in { $period }
spread-said-first = Dit is de eerste periode. Er is nog niets om mee te vergelijken.
spread-said-nothing = Geen van de cijfers is te vergelijken met de vorige periode.
spread-said-higher = Hoger dan in { $before }: { $what }.
spread-said-lower = Lager dan in { $before }: { $what }.
spread-said-no-difference = Geen aantoonbaar verschil met { $before }: { $what }.
spread-said-too-little = Te weinig gegevens om te vergelijken met { $before }: { $what }.
spread-said-vote = { $name } (stemmingen)
spread-said-further = Verder op de ladder dan in de vorige periode: { $what }.
spread-said-back = Lager op de ladder dan in de vorige periode: { $what }.
spread-said-still = { $count ->
    [one] Bij 1 afdeling staat het nog aan het begin (stap 0 of 1): { $what }.
   *[other] Bij { $count } afdelingen staat het nog aan het begin (stap 0 of 1): { $what }.
}
spread-said-stain = Van alle medewerkers werkt { $talking } in een afdeling die in gesprek is of verder, en { $learning } in een afdeling die leert of verder.
spread-and = { $names } en { $last }
spread-and-more = { $count ->
    [one] { $names } en nog 1
   *[other] { $names } en nog { $count }
}
spread-rest = Overige onderdelen van { $name } (samengevoegd)
spread-stain = De olievlek
spread-stain-title = De olievlek: welk deel van de medewerkers werkt in een afdeling op elke stap van de ladder of verder, per periode.
spread-stain-caption = Deel van de medewerkers in afdelingen op elke stap of verder
spread-stain-how = Wat de stappen vragen
spread-as-table = Bekijk de cijfers als tabel
spread-beside = Zet naast de organisatie
spread-step = { $step ->
    [0] stap 0, nog niet gestart
    [1] stap 1, in gesprek
    [2] stap 2, aan de slag
    [3] stap 3, leert
    [4] stap 4, past toe
   *[other] stap 5, klant merkt het
}
spread-step-short = Stap { $step }
spread-step-was = was stap { $step }
spread-step-now = De afdeling staat op stap { $step } van de ladder.
spread-step-same = De afdeling staat op stap { $step } van de ladder, net als in de vorige periode.
spread-step-moved = De afdeling staat op stap { $step } van de ladder. In de vorige periode was dat stap { $was }.
spread-condition-talking = genoeg teams met een gesprek en een afspraak
spread-condition-action-done = een verbetering is af
spread-condition-ideas-answered = ideeën krijgen op tijd antwoord
spread-condition-learning = genoeg mensen volgden een training
spread-condition-applying = mensen passen toe wat ze leerden
spread-condition-noticed = inwoners merken het, twee perioden na elkaar
spread-met = ja
spread-not-met = nog niet
spread-indicators = De cijfers
spread-indicators-caption = De cijfers van de periode
spread-how-read = Tussen haakjes staat waar het echte cijfer met 95 % zekerheid tussen ligt. “Indicatief” betekent: minder dan 40 % gaf antwoord. Aantallen staan in groepen, zodat niemand te herkennen is.
spread-column-period = Periode
spread-column-unit = Onderdeel
spread-column-measure = Onderwerp
spread-column-indicator = Cijfer
spread-column-value = Waarde
spread-column-interval = 95 %-interval
spread-column-n = Aantal antwoorden of gevallen
spread-column-trend = Vergeleken met de vorige periode
spread-column-indicative = Indicatief
spread-column-course = Verloop
spread-column-step = Stap
spread-column-conditions = Wat de ladder vraagt
spread-split-themes = Bekijk per thema
spread-split-useful = Bekijk per workshop
spread-ladder = De ladder per afdeling
spread-ladder-caption = Hoe ver elke afdeling is, met wat er al lukt
spread-order = { $count ->
    [one] 1 onderdeel.
   *[other] { $count } onderdelen, in de volgorde van de organisatie. Dit is geen ranglijst.
}
spread-heat = De kernwaarden per afdeling
spread-heat-how = Het deel van de antwoorden dat positief is (4 of 5). Hoe donkerder, hoe hoger. Vragenlijst en stemmingen zijn verschillende metingen en worden niet opgeteld.
spread-no-improvements = In deze periode is nog niets afgerond.
spread-definition = Definitie
spread-definitions = Definities
spread-paper = Download dit verslag als PDF
spread-unit-lead = De cijfers van deze afdeling naast die van de hele organisatie.
spread-below = Onderdelen hieronder
spread-below-how = Voor zover er genoeg antwoorden zijn.
spread-over-periods = Hele organisatie, per periode
spread-over-caption = { $name } van de hele organisatie, per periode
spread-subjects = Uitgesplitst, { $period }
spread-units = Per onderdeel, { $period }
spread-units-caption = { $name } per onderdeel
spread-of-channel = { $name }, { $channel }
spread-channel-counter = balie
spread-channel-telephone = telefoon
spread-channel-chat = chat
spread-channel-post = post
spread-channel-social-media = sociale media
spread-channel-whatsapp = WhatsApp
spread-channel-online = online
spread-home = { $name } staat op { $step ->
    [0] stap 0, nog niet gestart
    [1] stap 1, in gesprek
    [2] stap 2, aan de slag
    [3] stap 3, leert
    [4] stap 4, past toe
   *[other] stap 5, klant merkt het
}.
spread-home-figures = Er zijn cijfers van { $name }.
spread-home-link = Bekijk hoe het gaat
spread-measure-reach = Gespreksbereik
spread-measure-team-coverage = Teamdekking
spread-measure-values = Kernwaarden, uit de vragenlijst
spread-measure-votes = Kernwaarden, uit stemmingen in gesprekken
spread-measure-themes = Thema’s
spread-measure-on-time = Acties op tijd
spread-measure-answered = Terugkoppeling op ideeën
spread-measure-training-reach = Opleidingsbereik
spread-measure-assigned = Gerichte opdrachten
spread-measure-useful = Directe waardering
spread-measure-applied = Gebruik na drie maanden
spread-measure-promises = Servicenormen
spread-measure-grade = Klantcijfer
spread-measure-ladder = De ladder en de olievlek
spread-indicator-reach = Gespreksbereik
spread-indicator-team-coverage = Teamdekking
spread-indicator-theme-spread = Themaspreiding
spread-indicator-on-time = Acties op tijd
spread-indicator-answered = Terugkoppeling op ideeën
spread-indicator-training-reach = Opleidingsbereik
spread-indicator-assigned = Gerichte opdrachten
spread-indicator-useful = Bruikbaar in het werk
spread-indicator-applied = Toegepast na drie maanden
spread-indicator-promise = Servicenorm
spread-indicator-promises-kept = Normen gehaald
spread-indicator-grade = Gemiddeld cijfer
spread-indicator-grade-high = Cijfer 8 of hoger
spread-indicator-grade-low = Cijfer 5 of lager
spread-indicator-oil-stain = Medewerkers in afdelingen op deze stap of verder
spread-def-what = Wat het is
spread-def-formula = Formule
spread-def-unit = Eenheid
spread-def-least = Minimum om te tonen
spread-def-source = Bron
spread-def-rollup = Hoe onderdelen samen tellen
spread-def-trend = Wanneer we “hoger” of “lager” zeggen
spread-def-reach-what = Welk deel van de medewerkers in een gesprek over dienstverlening zat.
spread-def-reach-formula = Tel per team het grootste aantal deelnemers aan één gesprek, tel de teams op, en deel door het aantal medewerkers op de laatste dag van de periode.
spread-def-reach-unit = Procent van de medewerkers.
spread-def-reach-least = Minstens { $headcount } medewerkers.
spread-def-reach-source = De vastgelegde gesprekken.
spread-def-reach-rollup = Tellers en noemers worden opgeteld.
spread-def-reach-trend = Nooit: dit is een telling, geen steekproef.
spread-def-team-coverage-what = Welk deel van de teams een gesprek had en daar iets uit afsprak.
spread-def-team-coverage-formula = Teams met minstens één gesprek en minstens één afgesproken verbetering, gedeeld door alle teams.
spread-def-team-coverage-unit = Procent van de teams.
spread-def-team-coverage-least = Minstens 3 teams.
spread-def-team-coverage-source = De vastgelegde gesprekken en de verbeteringen.
spread-def-team-coverage-rollup = Tellers en noemers worden opgeteld.
spread-def-team-coverage-trend = Nooit: dit is een telling.
spread-def-values-what = Wat medewerkers zonder naam zeggen over de vier kernwaarden.
spread-def-values-formula = Per kernwaarde: het aantal antwoorden 4 en 5, gedeeld door alle antwoorden. Alleen wie alle vier de vragen beantwoordde telt mee. Er is geen cijfer voor de vier samen.
spread-def-values-unit = Procent van de antwoorden.
spread-def-values-least = Minstens { $people } antwoorden en { $headcount } medewerkers, en nergens een groep van minder dan { $people } die uit te rekenen is. Bij minder dan 40 % respons staat er “indicatief”.
spread-def-values-source = De vragenlijst aan alle medewerkers, zonder naam.
spread-def-values-rollup = Gewogen naar het aantal medewerkers, alleen over onderdelen die getoond worden.
spread-def-values-trend = Als het 95 %-interval van het verschil (Newcombe, met correctie voor het aantal medewerkers) 0 niet bevat, en het verschil minstens 5 punten is voor de organisatie of 10 voor een afdeling. Bij veel afdelingen tegelijk rekenen we strenger (Benjamini-Hochberg, 10 %).
spread-def-votes-what = Wat teams in een gesprek zonder naam stemden over de vier kernwaarden.
spread-def-votes-formula = Per kernwaarde: het aantal stemmen 4 en 5, gedeeld door alle stemmen.
spread-def-votes-unit = Procent van de stemmen.
spread-def-votes-least = Minstens { $people } stemmen en { $headcount } medewerkers, en nergens een groep van minder dan { $people } die uit te rekenen is.
spread-def-votes-source = Stemmingen in gesprekken. Zij worden nooit bij de vragenlijst opgeteld.
spread-def-votes-rollup = Gewogen naar het aantal medewerkers, alleen over onderdelen die getoond worden.
spread-def-votes-trend = Zoals bij de vragenlijst.
spread-def-themes-what = In hoeveel afdelingen een thema terugkomt in gesprekken.
spread-def-themes-formula = Afdelingen waar het thema genoemd werd, gedeeld door afdelingen met een gesprek.
spread-def-themes-unit = Procent van de afdelingen.
spread-def-themes-least = Minstens 3 gesprekken van verschillende teams met samen 15 deelnemers.
spread-def-themes-source = De samenvattingen van gesprekken.
spread-def-themes-rollup = Aantallen worden opgeteld.
spread-def-themes-trend = Nooit.
spread-def-on-time-what = Welk deel van de afgesproken verbeteringen op tijd af was.
spread-def-on-time-formula = Verbeteringen die op hun dag af waren, gedeeld door alle verbeteringen waarvan de dag in de periode viel. Een verschoven dag telt één keer als te laat.
spread-def-on-time-unit = Procent van de verbeteringen.
spread-def-on-time-least = Minstens 5 verbeteringen.
spread-def-on-time-source = Het bord “jullie zeiden, wij deden”.
spread-def-on-time-rollup = Tellers en noemers worden opgeteld.
spread-def-on-time-trend = Als het 95 %-interval van het verschil (Newcombe) 0 niet bevat.
spread-def-answered-what = Welk deel van de ideeën op tijd antwoord kreeg. “Nee, omdat” is ook een antwoord.
spread-def-answered-formula = Ideeën die binnen 20 werkdagen antwoord kregen, gedeeld door alle ideeën die in de periode 20 werkdagen oud werden.
spread-def-answered-unit = Procent van de ideeën.
spread-def-answered-least = Minstens 5 ideeën.
spread-def-answered-source = Het bord “jullie zeiden, wij deden”.
spread-def-answered-rollup = Tellers en noemers worden opgeteld.
spread-def-answered-trend = Als het 95 %-interval van het verschil (Newcombe) 0 niet bevat.
spread-def-training-reach-what = Welk deel van de medewerkers dit programmajaar een training afrondde.
spread-def-training-reach-formula = Verschillende medewerkers met minstens één afgeronde training in het programmajaar, gedeeld door het aantal medewerkers.
spread-def-training-reach-unit = Procent van de medewerkers; bij minder dan 20 medewerkers in groepen van 25 %.
spread-def-training-reach-least = Minstens { $headcount } medewerkers.
spread-def-training-reach-source = De presentie van workshops.
spread-def-training-reach-rollup = Tellers en noemers worden opgeteld.
spread-def-training-reach-trend = Nooit: dit is een telling.
spread-def-assigned-what = Welk deel van de gerichte trainingen gevolgd is.
spread-def-assigned-formula = Afgeronde opdrachten, gedeeld door alle gegeven opdrachten min wat is ingetrokken en wie vertrok.
spread-def-assigned-unit = Procent van de opdrachten.
spread-def-assigned-least = Minstens { $people } personen.
spread-def-assigned-source = Gerichte trainingen.
spread-def-assigned-rollup = Tellers en noemers worden opgeteld.
spread-def-assigned-trend = Als de 95 %-intervallen (Wilson) van beide perioden elkaar niet raken.
spread-def-useful-what = Of deelnemers een workshop bruikbaar vinden voor hun werk.
spread-def-useful-formula = Antwoorden 4 en 5 op “bruikbaar in mijn werk”, gedeeld door alle antwoorden.
spread-def-useful-unit = Procent van de antwoorden, per workshop.
spread-def-useful-least = Minstens { $people } antwoorden per workshop, alle data samen.
spread-def-useful-source = De evaluatie na een workshop, zonder naam.
spread-def-useful-rollup = Per workshop, niet per afdeling.
spread-def-useful-trend = Als het 95 %-interval van het verschil (Newcombe) 0 niet bevat.
spread-def-applied-what = Of mensen na drie maanden gebruiken wat ze leerden.
spread-def-applied-formula = Antwoorden “toegepast in de laatste 2 weken”, gedeeld door alle antwoorden. We vragen het 12 weken na de workshop, 4 weken lang. De uiterste waarden zijn x / uitgenodigd en (x + niet-geantwoord) / uitgenodigd.
spread-def-applied-unit = Procent van de antwoorden.
spread-def-applied-least = Minstens { $people } antwoorden.
spread-def-applied-source = De tweede evaluatie, zonder naam.
spread-def-applied-rollup = Alle antwoorden samen.
spread-def-applied-trend = Als het 95 %-interval van het verschil (Newcombe) 0 niet bevat.
spread-def-promises-what = Hoe vaak we doen wat we inwoners beloven.
spread-def-promises-formula = Per norm: op tijd, gedeeld door alles wat in de periode moest. Wat open en te laat is, telt als gemist. Sommige normen hebben een eigen eenheid; die staat bij de norm. “Normen gehaald” telt de normen die hun doel haalden.
spread-def-promises-unit = Procent van de gevallen, of de eenheid van de norm.
spread-def-promises-least = Minstens 20 gevallen, en een afdeling van minstens { $headcount } medewerkers.
spread-def-promises-source = De metingen van de normen.
spread-def-promises-rollup = Gevallen worden opgeteld.
spread-def-promises-trend = Een regelkaart (p-kaart) met de correctie van Laney, vanaf 12 metingen.
spread-def-grade-what = Welk cijfer inwoners geven.
spread-def-grade-formula = Het gemiddelde van de cijfers 1 tot en met 10, het deel dat 8 of hoger gaf en het deel dat 5 of lager gaf, met 95 %-interval. Het doel 8 is pas gehaald als de ondergrens 8 of hoger is.
spread-def-grade-unit = Een cijfer van 1 tot en met 10; procent van de cijfers.
spread-def-grade-least = Minstens { $grades } cijfers; buiten de organisatie { $grades-public }.
spread-def-grade-source = De formulieren voor inwoners, zonder naam.
spread-def-grade-rollup = Gewogen naar het aantal contacten per kanaal; van een afdeling zoals ze gegeven zijn.
spread-def-grade-trend = Als het 95 %-interval van het verschil (Welch) 0 niet bevat.
spread-def-ladder-what = Hoe ver een afdeling is, in voorwaarden die wel of niet gehaald zijn. Geen cijfer en geen ranglijst.
spread-def-ladder-formula = Stap 0: nog niet gestart. Stap 1, in gesprek: teamdekking minstens { $talking } %. Stap 2, aan de slag: ook een verbetering af en terugkoppeling minstens { $answered } %. Stap 3, leert: ook opleidingsbereik minstens { $learning } % of gerichte opdrachten minstens { $assigned } %. Stap 4, past toe: ook gebruik na drie maanden minstens { $applied } %. Stap 5, klant merkt het: ook een servicenorm of het klantcijfer op doel, twee perioden na elkaar. De olievlek is het deel van de medewerkers in afdelingen op een stap of verder.
spread-def-ladder-unit = Een stap van 0 tot en met 5; procent van de medewerkers.
spread-def-ladder-least = Minstens { $headcount } medewerkers. Een afdeling zonder teams telt als één team.
spread-def-ladder-source = Alleen cijfers die gepubliceerd zijn.
spread-def-ladder-rollup = Medewerkers van afdelingen op een stap of verder, gedeeld door alle medewerkers.
spread-def-ladder-trend = Nooit: een stap is gehaald of niet.
spread-paragraph-title = Tekst voor een bestuursvoorstel
spread-paragraph-lead = Een tekst over de dienstverlening van { $name }, uit gepubliceerde cijfers. Kopieer hem, of download hem.
spread-paragraph-heading = Dienstverlening
spread-paragraph-begin = Dit is de stand van de dienstverlening van { $name } over { $period }.
spread-paragraph-few = Te weinig antwoorden om te tonen: { $what }.
spread-paragraph-end = Deze cijfers zijn vastgesteld op { $date } en veranderen niet meer. Elk cijfer heeft in Olievlek een definitie.
spread-paragraph-word = Download voor Word
spread-paragraph-markdown = Download als Markdown
spread-annex-title = Bijlage voor de ondernemingsraad: wat er gemeten wordt
spread-annex-link = Wat wordt er gemeten, en wie ziet wat?
spread-annex-lead = Dit geldt nu, zoals het is ingesteld. Iedereen mag dit lezen. Printen kan.
spread-annex-collected = Wat wordt er verzameld?
spread-annex-talks = Gesprekken
spread-annex-talks-what = Dat er een gesprek was, met welke teams en hoeveel mensen, en de thema’s. Nooit wie erbij was.
spread-annex-votes = Stemmingen
spread-annex-votes-what = Hoe vaak elke score gegeven is. Zonder naam, en met minder dan vijf stemmen niets.
spread-annex-ideas = Ideeën en verbeteringen
spread-annex-ideas-what = Wat een team beter wil, wie antwoordde en wie het doet, met een dag.
spread-annex-trainings = Workshops
spread-annex-trainings-what = Wie een workshop afrondde en wie een gerichte training heeft. In cijfers alleen als aantal.
spread-annex-evaluations = Evaluaties
spread-annex-evaluations-what = Wat deelnemers van een workshop vonden, zonder naam.
spread-annex-pulse = Vragenlijst over de kernwaarden
spread-annex-pulse-what = Vier antwoorden per persoon, zonder naam en zonder tijd; alleen bij welke afdeling.
spread-annex-promises = Servicenormen
spread-annex-promises-what = Metingen van wat we inwoners beloven. Nooit per medewerker.
spread-annex-feedback = Cijfers van inwoners
spread-annex-feedback-what = Een cijfer, het kanaal en een opmerking. Nooit wie het was.
spread-annex-readers = Wie ziet wat?
spread-annex-everybody = Iedereen die hier werkt
spread-annex-everybody-what = De cijfers van de hele organisatie, de definities en deze bijlage.
spread-annex-head = Een leidinggevende
spread-annex-head-what = Ook de eigen afdeling en wat daaronder valt, als er genoeg antwoorden zijn.
spread-annex-programme = Wie het programma leidt
spread-annex-programme-what = Ook alle afdelingen, als er genoeg antwoorden zijn.
spread-annex-nobody = Niemand
spread-annex-nobody-what = Antwoorden van één persoon, cijfers per medewerker, een ranglijst. Niets hiervan telt mee in een beoordeling.
spread-annex-rules = Drempels
spread-annex-rules-how = Hoeveel mensen er nodig zijn kan hoger worden, nooit lager. Elke wijziging blijft staan.
spread-annex-rule = Drempel
spread-annex-rules-caption = De drempels die nu gelden
spread-annex-ledger-caption = Wat er in het register staat
spread-annex-since = Sinds
spread-annex-always = vanaf het begin
spread-annex-changes = Wijzigingen
spread-annex-rule-people = Minste aantal mensen achter een cijfer in de organisatie
spread-annex-rule-people-public = Minste aantal mensen achter een openbaar cijfer
spread-annex-rule-headcount = Minste aantal medewerkers van een onderdeel
spread-annex-rule-grain = Lengte van een periode
spread-annex-rule-ladder-talking = Ladder: teams met een gesprek en een afspraak
spread-annex-rule-ladder-answered = Ladder: ideeën met op tijd antwoord
spread-annex-rule-ladder-learning = Ladder: medewerkers met een training
spread-annex-rule-ladder-assigned = Ladder: gerichte opdrachten afgerond
spread-annex-rule-ladder-applied = Ladder: toegepast na drie maanden
spread-grain-default = een jaar onder de 600 medewerkers, anders een half jaar
spread-grain-quarter = een kwartaal
spread-grain-half-year = een half jaar
spread-grain-year = een jaar
spread-annex-kept = Hoe lang blijft het?
spread-annex-figures = Gepubliceerde cijfers
spread-annex-figures-kept = blijven, zonder namen
spread-annex-ledger = { $count ->
    [0] Het register: nog niets
    [one] Het register: 1 publicatie
   *[other] Het register: { $count } publicaties
}
spread-annex-ledger-how = Van welke groepen antwoorden een cijfer gepubliceerd is. Hoeveel mensen dat waren staat er niet bij. Met de code is na te gaan dat er niets veranderd is.
spread-annex-family = Soort antwoorden
spread-annex-level = Voor wie
spread-annex-least = Minstens zoveel mensen
spread-annex-published = Gepubliceerd
spread-annex-hash = Code
spread-family-pulse = vragenlijst
spread-family-votes = stemmingen
spread-family-usefulness = evaluatie
spread-family-use = evaluatie na drie maanden
spread-family-grades = cijfers van inwoners
spread-level-internal = binnen de organisatie
spread-level-public = ook voor inwoners
permissions-on-spread-title = Cijfers van de organisatie
permissions-on-spread = Gepubliceerde cijfers van de hele organisatie, met hun definitie en de bijlage voor de ondernemingsraad. Een leidinggevende ziet er de eigen afdeling naast, wie het programma leidt ziet alle afdelingen.
permissions-on-spread-unit-title = Cijfers van een afdeling
permissions-on-spread-unit = Wat van een afdeling gepubliceerd is, en de tekst daarover voor een voorstel. Een leidinggevende vindt alleen de eigen afdeling en wat daaronder valt.
