# Words on screen, in English.

## The frame round every page
layout-product = Olievlek
layout-skip = Skip to the content
layout-menu = Menu
layout-menu-label = Main menu
layout-viewer-menu = , your menu
layout-signed-in-as = You are signed in as { $name }.
layout-sign-in = Sign in
layout-sign-out = Sign out
layout-sign-out-everywhere = Sign out everywhere
layout-accessibility = Accessibility
layout-privacy = Privacy
layout-source = Source code
layout-api = API
layout-demo-label = About this demonstration
layout-demo = This is a demonstration. All people and data are made up.
layout-demo-persona = Choose another person
layout-demo-letters = See the letters that were mailed

## The four core values
value-verbinding = Connection
value-vakmanschap = Craftsmanship
value-vertrouwen = Trust
value-vernieuwing = Renewal

## Parts that many pages use
part-seats-left = { $capacity ->
    [one] { $free } of { $capacity } place left
   *[other] { $free } of { $capacity } places left
}
part-seats-full = { $capacity ->
    [0] No places
    [one] The only place is taken
   *[other] All { $capacity } places are taken
}
part-seats-waiting = Full, { $waiting } waiting
part-seats-no-limit = There is room for everyone
part-card-meetings = { $more ->
    [one] and 1 more meeting
   *[other] and { $more } more meetings
}
part-card-dates = { $dates ->
    [0] No date yet
    [one] 1 date
   *[other] { $dates } dates
}
part-pager-label = Pages
part-pager-range = { $first } to { $last } of { $total }
part-pager-previous = Previous
part-pager-next = Next

## Forms
form-optional = (optional)
form-error-prefix = Error:
form-errors-title = { $count ->
    [one] Please check one thing
   *[other] Please check { $count } things
}
form-cancel = Cancel
