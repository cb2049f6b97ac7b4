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
part-seats-draw = { $capacity ->
    [one] 1 place, drawn on { $moment }.
   *[other] { $capacity } places, drawn on { $moment }.
}
part-seats-asked = { $asked ->
    [0] Nobody takes part yet.
    [one] 1 person takes part.
   *[other] { $asked } people take part.
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
part-pager-range = { $total ->
    [10001] { $first } to { $last } of more than 10,000
    [10002] { $first } to { $last } of very many
   *[other] { $first } to { $last } of { $total }
}
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

## Dates and times
date-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
date-weekday-short = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}
date-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
}
date-month-short = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
date-day = { $weekday } { $day } { $month }
date-day-year = { $weekday } { $day } { $month } { $year }
date-clock = { $hour }:{ $minute }
date-time = { $clock }
date-moment = { $date }, { $clock }
date-period = { $date }, { $from }–{ $until }
date-period-days = { $date }, { $from } to { $last }, { $until }

## Holidays
holiday-new-years-day = New Year’s Day
holiday-good-friday = Good Friday
holiday-easter-monday = Easter Monday
holiday-kings-day = King’s Day
holiday-ascension-day = Ascension Day
holiday-liberation-day = Liberation Day
holiday-whit-monday = Whit Monday
holiday-christmas-day = Christmas Day
holiday-boxing-day = Boxing Day
holiday-decree-day = Bridge day by decree

## Parts of a list
problem-limit = Ask for 1 to { $max } at a time.
problem-cursor = This place in the list is not known. Begin again without a cursor.

## People and signing in
problem-required = { $field ->
    [useful] Choose a figure for “Useful in my work”.
    [clear] Choose a figure for “Clearly explained”.
    [recommend] Choose a figure for “I recommend it to a colleague”.
    [applied] Choose whether you applied it.
    [who] Say for whom it is.
    [dueOn] Choose a day or fill in a number of days.
    [until] Choose until which day.
    [training] Choose a workshop or a track.
    [answer] Choose an answer.
    [name] Fill in a name.
    [title] Fill in a title.
    [code] Fill in a code.
    [email] Fill in an email address.
    [password] Fill in a password.
    [from] Choose from which day.
    [subject] Fill in a subject.
    [text] Write a text.
    [into] Choose a department to merge with.
    [department] Choose a department.
    [reason] Write a reason.
    [people] Fill in whom or how many people it is about.
    [number] Fill in an employee number.
    [session] Choose a date.
    [duration] Fill in how many minutes the workshop takes.
    [parts] Fill in how many meetings there are.
    [first] Choose the day of the first meeting.
    [times] Fill in how many times.
    [every] Fill in after how many weeks.
    [role] Choose a role.
    [kind] Choose what the file holds.
    [certain] Tick the box if you are certain.
    [override] Tick the box if it may be all the same.
    [date] Choose a day.
    [time] Fill in a time.
    [minutes] Fill in how many minutes it takes.
    [place] Fill in where it is.
    [person] Fill in who it is.
    [receivedOn] Choose the day on which it came in.
    [target] Fill in a target.
    [textNl] Write the promise.
    [indicatorNl] Fill in what is measured.
   *[other] Fill this in.
}
problem-not-an-address = This is not an email address. Write it like this: name@council.org.
problem-only-for-heads = Only a head gets a department. Leave this empty.
problem-password-too-short = Take a password of { $min } characters or more, for example four loose words.
problem-too-long = This is too long. Use at most { $max } characters.
problem-days = Choose a number of days from 1 to { $max }.
problem-not-welcome = This person does not work here (any more) or is blocked. Use another address.
refusal-last-administrator = This is the last administrator. Make somebody else administrator first.
refusal-shuts-you-out = You could not sign in any more. Let another administrator do this.
refusal-link-not-valid = This link does not work (any more). A link works once, for a quarter of an hour. Ask for a new one.
refusal-sign-in-failed = The address or the password is not right. Try again, or ask for a link.
refusal-taken = { $value } is in use already. Choose something else.
## The menu
menu-home = Home
menu-group-team = My department
menu-group-talk = Conversations
menu-group-desk = Trainings
menu-group-people = People
menu-group-oversight = Oversight
menu-workshops = Workshops
menu-places = My places
menu-team = My team
menu-sessions = Dates and participants
menu-people = People
menu-roles = Roles
menu-imports = Load files
menu-letters = Mail sent

## The first page
home-welcome-title = Welcome
home-welcome-heading = Learning together at { $organisation }
home-welcome-lead = Find a workshop, take a place and see what awaits you.

## When something goes wrong
error-home = To the home page
error-request = Asking for help? Mention this number: { $number }.
error-missing-title = This page does not exist
error-missing-lead = The address is not right, or the page has moved. Start again from the home page.
error-forbidden-title = This page is not for you
error-forbidden-lead = You have no permission for this. Do you need it for your work? Ask the administrator.
error-forged-title = We did nothing
error-forged-lead = This request did not come from a page of ours. Open the page again and try once more.
error-refused-title = This is not possible
error-refused-lead = Nothing has changed. This is why:
error-too-many-title = Wait a moment
error-too-many-lead = There were too many tries. Try again later.
error-too-large-title = This is too large
error-too-large-lead = A form may have 1 MB, a file 10 MB. Nothing was saved.
error-too-slow-title = It took too long
error-too-slow-lead = The data did not arrive in time. Try again.
error-unreadable-title = We could not read this
error-unreadable-lead = The data did not arrive well. Go back and try again.
error-away-title = We will be right back
error-away-lead = Olievlek cannot be reached for a moment. Wait a few seconds and load the page again. Nothing has changed.
error-broken-title = Something went wrong on our side
error-broken-lead = This is not your fault. Try once more. Does it go wrong again? Then report it.

## Problems with a field
problem-not-a-number = Fill in a whole number.
problem-out-of-range = Fill in a number from { $min } to { $max }.
problem-not-a-date = Fill in a date, such as 3-12-2026.
problem-not-a-time = Fill in a time, such as 9:30.
problem-no-such-time = This time does not exist: the clocks go forward an hour then. Choose another time.
problem-time-comes-twice = This time comes twice: the clocks go back an hour then. Choose another time.
problem-day-to-come = Choose today or a day that has passed.
problem-before-last-change = Choose a day from { $day } on: what was before is settled.
problem-below-itself = That department itself falls under this one. Choose another.
problem-nobody-chosen = Choose who or which team goes along.
problem-not-a-choice = Choose one of the answers.

## Letters
letter-hello = Dear { $name },
letter-stands-in = This email is for { $name }. We have no email address for { $name } that works. Please pass it on.
letter-bye = Kind regards,
letter-automatic = This email was sent automatically. Questions? Just reply to it.
letter-on-paper = You get this on paper, because we have no mail address of yours. Questions? Ask the head of your department.
letter-online = Take part online
letter-trainers = { $n ->
    [one] Trainer
   *[other] Trainers
}
letter-part = (meeting { $part } of { $parts })
letter-button-sign-in = Sign in
letter-button-session = See the workshop
letter-button-offer = Choose whether you want the place
letter-calendar-in = { $parts ->
    [one] The appointment for your calendar comes with this letter.
   *[other] The appointment for meeting { $part } comes with this letter. You get a letter for the other meetings too.
}
letter-calendar-out = { $parts ->
    [one] This letter takes the appointment out of your calendar.
   *[other] This letter takes meeting { $part } out of your calendar. You get a letter for the other meetings too.
}

letter-sign-in-subject = Sign in at { $organisation }
letter-sign-in-lead = You want to sign in to the workshops of { $organisation }. The link below lets you in.
letter-sign-in-action = The link works once, for 15 minutes. Did you not ask for this? Then you can ignore this email.

letter-confirmed-subject = You have a place: { $workshop }
letter-confirmed-lead = Good to have you with us. You have a place in { $workshop }.
letter-confirmed-action = Can’t come after all? Withdraw in time, so that a colleague can have your place.

letter-waiting-subject = You are on the waiting list: { $workshop }
letter-waiting-lead = { $workshop } is full at the moment. You are number { $position } on the waiting list.
letter-waiting-lead-moved = { $workshop } was full. That is why you joined the waiting list.
letter-waiting-action = When a place comes free you get an email. You need not do anything now. If you no longer want to wait, you can withdraw.

letter-offer-subject = There is a place for you: { $workshop }
letter-offer-lead = Good news: there is a place for you in { $workshop }.
letter-offer-action = We hold the place until { $deadline }. Let us know before then whether you want it. Otherwise it goes to the next on the waiting list.
letter-offer-over = Let us know as soon as you can whether you want the place. Otherwise it goes to the next on the waiting list.

letter-moved-up-subject = You can join after all: { $workshop }
letter-moved-up-lead = You were on the waiting list of { $workshop }. A place came free and it is yours now.
letter-moved-up-action = Can’t come after all? Withdraw at once, so that somebody else can join.

letter-withdrawn-subject = Your enrolment has ended: { $workshop }
letter-withdrawn-lead = { $ending ->
    [by-head] The head of your department has withdrawn you from { $workshop }.
    [by-staff] We have withdrawn you from { $workshop }.
    [offer-declined] You did not want the free place in { $workshop }. You are no longer on the waiting list.
    [offer-lapsed] There was a place for you in { $workshop }, but we did not hear from you in time. The place is for somebody else now.
    [left-organisation] You are no longer with the organisation by then. That is why your enrolment for { $workshop } has ended.
    [swapped] You chose another date of { $workshop }. That is why your old place is free again.
    [placed-elsewhere] You have a place on another date. That is why this enrolment for { $workshop } has ended.
    [session-called-off] { $workshop } does not take place on this date.
   *[other] You have withdrawn from { $workshop }.
}
letter-withdrawn-action = { $ending ->
    [swapped] Your new place is in another mail.
   *[other] Would you like to join another time? See whether there is another date.
}
letter-withdrawn-action-guest = Do you have a question? Then get in touch with { $organisation }.

letter-guest-invited-subject = Invitation: { $workshop }
letter-guest-invited-lead = { $organisation } invites you to { $workshop }.
letter-guest-invited-place = There is a place for you. The entry for your calendar comes in an email of its own.
letter-guest-invited-waiting = The date is full at the moment. You are number { $position } on the waiting list.
letter-guest-invited-draw = Places are drawn by lot on { $moment }. You take part.
letter-guest-invited-action = The page of your invitation shows all about your date, and there you can withdraw.
letter-guest-invited-link = The button signs you in. It is for you alone and works once, until the workshop is over. So do not forward this email. Later you sign in with your email address.
letter-button-guest = See your invitation
letter-button-places = See your places

letter-reminder-subject = See you on { $date }: { $workshop }
letter-reminder-lead = In a few days you take part in { $workshop }.
letter-reminder-action = Can’t come after all? Then withdraw today.

letter-trainer-invited-subject = You give this workshop: { $workshop }
letter-trainer-invited-lead = You are a trainer of { $workshop }.
letter-trainer-invited-action = Is something not right? Then reply to this email.

letter-trainer-released-subject = You do not give this workshop: { $workshop }
letter-trainer-released-lead = You are no longer a trainer of { $workshop }.
letter-trainer-released-action = Is something not right? Then reply to this email.

## Loading files
problem-file-too-large = This file is too large. It may be { $most } MB at most.
problem-file-not-workbook = This is no Excel workbook. Choose a file that ends in .xlsx or .csv.
problem-file-workbook-damaged = This workbook is damaged. Open it in Excel, save it again and choose that file.
problem-file-workbook-closed = This workbook has a password, or comes from an old Excel (.xls). Save it without password as .xlsx.
problem-file-workbook-dense = A part of this workbook is packed so small that we do not open it. Copy the cells to a new workbook and choose that one.
problem-file-workbook-large = Unpacked, this workbook is larger than { $most } MB. Copy only the rows that you need to a new workbook.
problem-file-workbook-texts = This workbook has too many different texts: at most { $most }. Copy only the rows that you need to a new workbook.
problem-file-workbook-cells = The first sheet of this workbook has too many filled cells: at most { $most }, in at most 200 columns. Divide it over more files.
problem-file-not-text = This file is neither text nor a workbook. Choose a file that ends in .xlsx or .csv.
problem-file-empty = This file is empty. It should hold a line with the names of the columns.
problem-file-column-missing = The column “{ $column }” is missing. Add it to the first line.
refusal-import-brake = { $gone } of the { $of } employees would disappear. The file probably is not whole. If it is right, confirm it.
refusal-import-refused = { $rows ->
    [one] One row
   *[other] { $rows } rows
} cannot be taken over. Correct the file, or load only the good rows.
refusal-import-gone = This file was handled already or is no longer kept. Choose it again.
refusal-import-taken-over = Somebody else has gone on with a file of this kind. See at the imports how far it is.
refusal-import-runs = A file of this kind is being applied. Wait until that is done.
refusal-import-not-last = A later file of this kind was applied. Only the last import can be undone.
refusal-import-not-undoable = This import cannot be undone (any more): it was undone already, is too long ago, or somebody in it has been erased meanwhile.
refusal-import-in-use = This import cannot be undone. { $by ->
    [enrolment] { $name } has enrolled.
    [trainer] { $name } gives a workshop.
    [guest] { $name } was invited.
    [role] { $name } was given a role.
    [token] { $name } has a token for the API.
    [sign-in] { $name } has signed in.
    [interest] Somebody wants to hear of a date: { $name }.
    [people] People work in { $name }.
    [head] { $name } has a head.
    [audience] { $name } stands in an audience.
    [below] Another department lies below { $name }.
    [reorganisation] A change of { $name } is planned.
    [session] { $name } has dates.
    [prerequisite] { $name } is tied to another workshop.
   *[changed] { $name } was changed since.
} { $more ->
    [0] {""}
    [1] There is one more like that.
   *[other] There are { $more } more like that.
}
import-too-many-cells = There is more on this row than there are columns. Put text that holds a separator between quotes.
import-no-code = The code is missing.
import-no-name = The name is missing.
import-no-title = The title is missing.
import-no-surname = The surname is missing.
import-no-number-nor-address = Both employee number and email address are missing. One of them is needed.
import-code-merged = The department “{ $code }” was merged into “{ $into }”. Name that one in the file.
import-code-twice = The code { $code } is also on line { $first }. That line holds.
import-number-twice = The number { $number } is also on line { $first }. That line holds.
import-address-twice = The address { $address } is also on line { $first }. That line holds.
import-address-in-use = The address { $address } belongs to somebody else, who keeps it.
import-address-malformed = “{ $address }” is not an email address.
import-department-unknown = The department “{ $department }” is unknown, or there are several of that name.
import-department-empty = There is no department. Where this person works stays as it was.
import-date-impossible = “{ $date }” is not a date that exists. Write dd-mm-yyyy or yyyy-mm-dd.
import-dates-reversed = The last day of employment is before the first.
import-manager-unknown = The manager “{ $manager }” is unknown. This person has no manager now.
import-has-left = This person has left. This file has no column for the last day of employment, so that stays so.
import-keeps-you = You ({ $name }) stay and keep access, because a file never shuts out whoever applies it. Are you really leaving? Let another administrator apply this file.
import-keeps-administrator = { $names } stays and keeps access, because otherwise no administrator could sign in any more. Is the file right? Make somebody else administrator first.
import-keeps-administrators = These administrators stay and keep access, because otherwise no administrator could sign in any more: { $names }. Is the file right? Make somebody else administrator first.
import-last-administrator-leaves = After { $day } no administrator can sign in any more. Make somebody else administrator before that.
import-parent-unknown = The parent department “{ $parent }” is unknown.
import-parent-circle = Through “{ $parent }” the department is below itself.
import-kind-unknown = “{ $kind }” is not a kind. Choose organisation, domain, department or team.
import-value-unknown = “{ $value }” is not a core value.
import-form-unknown = “{ $form }” is not a form. Choose on-site, online or hybrid.
import-offering-unknown = “{ $offering }” is not an offering. Choose open or targeted.
import-language-unknown = “{ $language }” is no language in which we give workshops.
import-cover-unknown = “{ $cover }” is no picture. Choose conversation, letter, path, table, window or growth.
import-number-malformed = “{ $value }” is not a whole number.
import-field-wrong = The value of “{ $field }” is not possible.


## Signing in
layout-account = My details
sign-in-title = Sign in
sign-in-lead = You need no password. We mail you a link.
sign-in-email = Your email address
sign-in-email-hint = Use your work address.
sign-in-send = Mail me a link
sign-in-next = The link works once, for fifteen minutes.
sign-in-sent-title = Check your mail
sign-in-sent-lead = If we know your address, an email will be there within a minute. Follow the link in it.
sign-in-sent-help = No mail? Look in the spam folder, and check that you used your work address.
sign-in-again = Ask for a new link
sign-in-link-title = Nearly there
sign-in-link-lead = Press the button to sign in.
sign-in-link-gone-title = This link no longer works
sign-in-password-title = Sign in with a password
sign-in-password-lead = Only for the administrator, when mail does not work. You stay signed in for eight hours.
sign-in-password = Password
persona-title = Choose who to be
persona-choose = Choose
persona-as = { $name }
persona-employee = Employee
persona-trainer = Trainer
persona-guest = Guest from outside
persona-head = Department head
persona-hr = Programme manager (HR)
persona-administrator = Administrator
set-up-title = Set up Olievlek
set-up-lead = You become the first administrator. After that you can load people and workshops.
set-up-name = Your name
set-up-password-hint = At least 12 characters. You use it only when mail does not work, on the page /sign-in/password.
set-up-button = Become administrator
set-up-next = You are signed in at once. This link will then no longer work.
set-up-gone-title = This link no longer works
set-up-gone-lead = There is an administrator already, or the link is too old. Start the service again for a new link, or sign in.
sign-out-done = You are signed out.
sign-out-done-everywhere = You are signed out everywhere.

## My account
account-title = My details
account-facts = What we know of you
account-wrong = Is something wrong? Tell the personnel department: that is where this comes from.
account-browsers = Where you are signed in
account-browser-since = Signed in on { $moment }
account-browser-seen = Last used on { $moment }
account-browser-here = This browser
account-browser-ended = That browser is signed out.
account-language = Language
account-language-legend = Which language do you prefer to read?
account-language-save = Keep this language
account-language-next = Your mail will be in this language too.
account-language-kept = Your language is kept.
account-roles = What you may do

## People
people-title = People
people-count = { $count ->
    [10001] More than 10,000 people
    [10002] Very many people
    [0] Nobody
    [one] 1 person
   *[other] { $count } people
}
people-search = Name, number or email address
people-all-departments = All departments
people-all-roles = All roles
people-also-gone = Also who does not work here (any more)
people-find = Search
people-none = Nobody found. Use fewer words, or search all departments and roles.
people-show-all = Show everybody
person-facts = Details
person-email = Email address
person-no-email = No address known
person-job = Job
person-department = Department
person-number = Employee number
person-from = Employed since
person-until = Employed until
person-gone = Does not work here
person-no-roles = No role other than employee.
person-no-roles-outside = Sees only their own dates: as a guest, a participant or a trainer.
person-agency = Organisation
person-outside = From outside
person-until-outside = Can sign in until
people-outside = Only people from outside
external-new-title = Add somebody from outside
external-edit-title = Change { $name }
external-add = Add somebody from outside
external-edit = Change
external-name = Name
external-email = Email address
external-email-hint = This person signs in with it.
external-agency = Organisation
external-agency-hint = The training agency, for example. Whoever comes from an agency can be chosen as a trainer.
external-until = Last day
external-until-hint = After it this person cannot sign in any more and gives up places on later dates. Empty: not known yet.
external-save = Add
external-change = Save
external-save-next = This person gets no email now, and will see only dates of their own. The staff file does not change this.
external-change-next = With another email address this person is signed out everywhere.
external-said-added = { $name } has been added.
external-said-changed = The details have been saved.
external-said-still-gives = { $count ->
    [one] The details have been saved. Mind: after the last day this person still gives 1 date. Choose another trainer for it.
   *[other] The details have been saved. Mind: after the last day this person still gives { $count } dates. Choose another trainer for them.
}
problem-address-taken = This address belongs to { $name }.
problem-is-a-colleague = This is somebody of your own organisation. Enrol them at the date itself.

## Roles
roles-title = Roles
roles-lead = Everybody is an employee. Here is who may do more, by whom and since when.
roles-find-person = Find somebody to give a role
role-trainer = Trainer
role-facilitator = Facilitator
role-department-head = Department head
role-editor = Editor
role-quality-officer = Quality officer
role-programme-manager = Programme manager
role-administrator = Administrator
role-may-trainer = Gives workshops and sees their participants.
role-may-facilitator = Leads conversations about the core values.
role-may-department-head = Sees the people of their own department and all below it.
role-may-editor = Writes the newspaper.
role-may-quality-officer = Keeps the promises and readings.
role-may-programme-manager = Plans workshops, enrols people and sees everybody.
role-may-administrator = May do all that the programme manager may, loads files and gives roles.
role-by-import = From the staff file, { $date }
role-by-person = Given by { $name }, { $date }
role-by-operator = Given when this was set up, { $date }
role-by-somebody = Given on { $date }
role-label = Role
role-choose = Choose a role
role-department-hint = Only for a department head.
role-no-department = No department
role-grant-title = Give a role
role-grant = Give this role
role-grant-next = { $name } may do this at once. We keep that you gave the role, and when.
role-granted = The role is given.
role-revoke = Take the role back
role-revoked = The role is taken back.

## Departments
departments-title = Departments
departments-count = { $count ->
    [0] No departments yet
    [one] 1 department
   *[other] { $count } departments
}
departments-none = There are no departments yet. The administrator loads them from a file.
department-name = Name
department-kind = Kind
department-code = Code
department-organisation = Organisation
department-domain = Domain
department-department = Department
department-team = Team

## Pages of text
accessibility-title = Accessibility
accessibility-lead = Everybody must be able to use Olievlek.
accessibility-1-title = What we keep to
accessibility-1 = We follow WCAG 2.2 at level AA. We test every page by machine, on a phone and on a large screen.
accessibility-2-title = What works
accessibility-2 = Everything works with the keyboard only, without JavaScript, with large letters and with a screen reader.
accessibility-3-title = What we do not know yet
accessibility-3 = There has been no independent audit yet. { $organisation } publishes the outcome in its own statement.
accessibility-4-title = Does something not work for you?
accessibility-4 = Mail us. Tell which page it is and what you wanted to do. We will help you in another way too.
privacy-title = Privacy
privacy-lead = What Olievlek keeps about you, and why.
privacy-1-title = What we keep
privacy-1 = Your name, email address, job and department, from the staff file of { $organisation }. And for which workshops you enrolled, and the certificates of attendance that you got.
privacy-2-title = Who sees it
privacy-2 = You. The trainer and the programme manager see you at a workshop that you take part in. Your department head sees the people of their own department. The administrator sees all people. Whoever has the number of a certificate sees your initials, your surname and the workshop.
privacy-3-title = Cookies
privacy-3 = We use three cookies: one to keep you signed in, one for a message on the next page, one for your language. We do not follow you and send nothing to others.
privacy-4-title = Your rights
privacy-4 = The page My details shows what we know, and who saw it. Do you want something corrected or erased? Mail us.
source-title = Source code
source-lead = Olievlek is free software.
source-1-title = The licence
source-1 = You may use, study, change and pass on Olievlek under the EUPL 1.2.
source-2-title = Where the code is
source-2 = { $organisation } gives you the source of exactly this version when you ask for it.
source-3-title = Work of others
source-3 = Typeface: Source Sans 3 (OFL). Symbols: Lucide (ISC). Small updates of a page: htmx (0BSD).
source-4-title = Helping
source-4 = Found a mistake, or have an idea? Mail us.

## Too many tries
refusal-too-many = Try again in { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.

## What a rule does not allow: learning
refusal-enrolment-closed = Enrolment has closed. Choose another date.
refusal-enrolment-not-open = Enrolment opens { $moment }.
refusal-session-called-off = This date is called off. Choose another date.
refusal-already-enrolled = This person is on the list of this date already.
refusal-already-in-workshop = This person has a place in this workshop already, { $moment }. Give that place back first.
refusal-overlaps = There is a place in “{ $title }” at that time already, { $moment }. Give that place back first, or choose another date.
refusal-overlaps-training = This person gives “{ $title }” at that time, { $moment }. Choose another date.
refusal-not-in-audience = This workshop is meant for: { $audience }.
refusal-not-employed = This person does not work here on the last day. Choose an earlier date.
refusal-session-full = There are no places. Choose another date.
refusal-offer-lapsed = The place was not accepted in time and has gone to the next in line.
refusal-not-possible-now = This is not possible (any more): the enrolment has changed meanwhile. See how it stands now.
refusal-session-started = The workshop has started. Speak to its organiser.
refusal-register-not-open = Attendance can be noted from { $moment }.
refusal-register-closed = The register is closed. Open the page again: you can correct it with a reason.
refusal-meeting-not-begun = You can close the register from the start, { $moment }.
refusal-idempotency-key-reused = Something else was sent under this key before. Take a new key.
refusal-not-published = This workshop is not in the catalogue. Publish it first.
problem-unknown = This one is not known here. Choose another.
problem-negative = Fill in 0 or more.
problem-above-capacity = The minimum is above the number of places. Lower it.
problem-above-maximum = The minimum is above the maximum. Lower it.
problem-end-before-start = A meeting ends before it starts. Change its start or its end.
problem-meetings-none = Give at least one meeting.
problem-meetings-overlap = Two meetings are at the same time. Change one of them.
problem-closes-before-opens = Enrolment closes before it opens. Change one of the two.
problem-after-start = Choose a moment before the first meeting.
problem-link-https = A link starts with https://.
problem-reason-late = The time to withdraw freely has passed. Tell why you cannot come.
problem-audience-unknown = “{ $parts }” is no department and no job.
problem-duration = Fill in 1 to 1440 minutes.
problem-parts = Fill in 1 to 20 meetings.

## The API
api-about = What Olievlek offers to other programs: catalogue, dates, places and people. A token with scopes belongs in the header Authorization; the operator makes it.
api-title = The API
api-lead = What other programs can ask of Olievlek.
api-address = Address
api-version = Version
api-document = Document
api-problems = What goes wrong comes back as application/problem+json with a stable code. A list gives at most 200 items at once; “next” asks for the following.
api-operations = What is possible
api-scopes = Scope
api-open = For everybody, without a token
api-sent = To send
api-given = Comes back
api-parameters = In the address and the headers
api-shapes = What it looks like
api-member = Name
api-kind = Kind
api-meaning = Meaning
api-required = (required)
api-list-workshops = The catalogue, by title
api-show-workshop = One workshop
api-list-sessions = Sessions, in order of start
api-plan-session = Plan a session
api-show-session = One session with its seats
api-move-session = Move, add and cancel meetings; whom it touches gets one letter
api-call-off = Call a session off; everybody is told and comes first for another date
api-go-ahead = Decide that a session goes on, with however many people
api-send-message = Mail a message to the people of a session
api-list-enrolments = All enrolments that were ever made in a session, in order
api-enrol = Take a place, or a place in the waiting list when it is full
api-enrol-many = Enrol many people at once, with a result for each
api-show-enrolment = One enrolment
api-withdraw = Give a place back, turn an offer down, or leave the waiting list
api-swap = Go to another date and keep the old place until the new one is certain
api-accept = Take the place that is offered
api-show-attendance = Who was at a meeting
api-mark-attendance = Note attendance, from a quarter of an hour before the start, and correct it with a reason after the register has closed
api-close-register = Close the register of a meeting; who has no mark becomes absent
api-list-certificates = The certificates of attendance of the person of the token, the latest first
api-show-certificate = One certificate of attendance of the person of the token
api-list-people = People by surname, also those who left
api-list-departments = All departments, by name
api-find-due = The last day to answer what arrived at a moment
api-list-holidays = The closed days of a year
api-show-document = This document
api-problem-token-missing = Send a token: Authorization: Bearer …
api-problem-token-unknown = This token is unknown, ended or revoked. Ask the operator for a new one.
api-problem-scope-missing = This token may not do this. It needs one of these scopes: { $scope }.
api-problem-forbidden = The person of this token may not do this.
api-problem-not-found = This does not exist, or not for this token.
api-problem-method-not-allowed = That is not possible here; the header Allow names what is.
api-problem-invalid = Put right what is wrong and send it again.
api-problem-no-json = This is no JSON object that can be read: { $text }
api-problem-not-json = Send JSON, with Content-Type: application/json.
api-problem-too-slow = The body did not arrive in time. Send it again.
api-problem-too-large = This is too large; 1 MiB fits.
api-problem-unavailable = The database cannot be reached or is too busy. Send it again in a moment.
api-problem-broken = Something went wrong on our side. Give the number in the header X-Request-Id when you ask about it.
problem-unreadable = This cannot be read as what belongs here. See the document of the API.
problem-text = Use at most { $max } characters, and no control characters.
problem-idempotency-key = A key has 1 to { $max } characters.
problem-working-days = Ask for at most { $max } working days.
problem-year = The calendar runs from { $first } to { $last }.
## The first page of who is signed in
home-dates = Coming soon
home-work-here = Do you work here?
home-sign-in-first = Sign in to take a place.
home-hello = Hello { $name }
home-lead-offer = A place has come free for you. Will you take it?
home-lead-next = This is what awaits you.
home-lead-none = Nothing awaits you yet. Choose something that helps you on.
home-lead-outside = The dates to which you are invited will stand here.
home-lead-unstaffed = Olievlek is set up. Now load who works here: then they can sign in and take a place.
home-unstaffed = No staff and departments have been loaded yet
home-unstaffed-load = Load the list of staff
home-nothing = You have no workshop yet
home-next-open = See your place
home-catalogue = See all workshops
home-free = Places left here
home-next-gives = This is the first workshop you give.
home-registers = { $count ->
    [one] 1 register to close
   *[other] { $count } registers to close
}
home-registers-lead = See whether everybody is marked and close the register. Then it is settled who completed the workshop.
home-gives = Workshops that you give
home-attention = These dates need a look
home-attention-see = See them
home-attention-lead = There are too few enrolments, or people are waiting.
home-department = Where your people take part
home-people = { $count ->
    [one] 1 of your people
   *[other] { $count } of your people
}
home-today = You give this today
home-register = Open the register
home-expected = { $count ->
    [0] Nobody enrolled yet.
    [one] 1 participant.
   *[other] { $count } participants.
}
home-needs = { $count ->
    [one] Somebody needs something: look at the participants.
   *[other] { $count } people need something: look at the participants.
}
home-overdue = { $count ->
    [one] 1 of your people is too late with a training.
   *[other] { $count } of your people are too late with a training.
}
home-overdue-none = None of your people is too late with a training.
home-soon = { $count ->
    [one] 1 person has to be ready within 30 days.
   *[other] { $count } people have to be ready within 30 days.
}
home-overview = Look at your department
home-programme = Look at the overview of the programme
home-certificates = See all your certificates
home-desk = What else you can do
home-letters-failed = { $count ->
    [one] 1 mail did not arrive.
   *[other] { $count } mails did not arrive.
} See the sent mails for what went wrong.

## Workshops
workshop-list-title = Workshops
workshop-list-lead = Choose a workshop and take a place. Your manager does not have to approve it.
workshop-view = What you see
workshop-view-workshops = Workshops
workshop-view-dates = Dates
workshop-view-others = See other workshops
workshop-view-dates-all = See all dates
workshop-search = Search for a word
workshop-search-button = Search
workshop-form = Form
workshop-form-any = Any form
workshop-form-on-site = On site
workshop-form-online = Online
workshop-form-hybrid = On site or online
workshop-month = Month
workshop-month-any = Any month
workshop-values = Core value
workshop-values-all = All core values
workshop-free = With places left
workshop-found = { $count ->
    [0] No workshops
    [one] 1 workshop
   *[other] { $count } workshops
}
workshop-dates-found = { $count ->
    [0] No dates
    [one] 1 date
   *[other] { $count } dates
}
workshop-clear = Clear the filters
workshop-none-found = Nothing fits your filters. Clear them, or search for another word.
workshop-none = There are no workshops yet. The programme manager puts them here.
workshop-no-dates = There are no dates yet. Have a look at the workshops.
workshop-length = { $hours ->
    [one] 1 hour
   *[other] { $hours } hours
}{ $parts ->
    [one] {""}
   *[other] , in { $parts } meetings
}
workshop-length-minutes = { $minutes } minutes{ $parts ->
    [one] {""}
   *[other] , in { $parts } meetings
}
workshop-choose-date = Choose a date
workshop-what-next = When you take a place, you get an email and an entry for your calendar. The trainer sees your name.
workshop-no-date-yet = This workshop has no date yet. Come back later, or choose another.
workshop-retired = This workshop is no longer given.
workshop-about = What it is about
workshop-goals = Afterwards
workshop-facts = In short
workshop-duration = Duration
workshop-everyone = everyone
workshop-audience = For whom

## One date
session-badge-called-off = Called off
session-badge-planned = Not open yet
session-badge-full = Waiting list
session-online = Online
session-or-online = or online
session-place-later = The place will follow
session-link = Take part online
session-meetings = { $count } meetings
session-given-by = By { $names }
session-take = Take a place
session-take-about = on { $moment }
session-to-queue = To the waiting list
session-join-queue = Put me on the waiting list
session-to-draw = To the draw
session-join-draw = Take part in the draw
session-place-draw = Places are drawn by lot
session-draw = Draw
session-draw-chance = Everyone who asks before { $moment } has the same chance. It does not matter who comes first.
session-draw-after = After the draw you get an email. You then have a place, or a position on the waiting list.
session-draw-leave = Until then you can step back without a reason.
session-first = See that workshop
session-mine = See your place
session-other = See that date
session-other-dates = See other dates
session-workshop = All about this workshop
session-more = Read more about this workshop
workshop-first = Follow first:
interest-title = Does no date suit you?
interest-no = We will mail you as soon as there is a new date. That does not give you a place yet.
interest-yes = We will let you know when a date is planned.
interest-start = Let me know when a date is planned
interest-stop = Stop letting me know
interest-said = We will mail you when there is a new date.
interest-said-no = We will no longer mail you about new dates of this workshop.
session-place-take = There is a place
session-place-queue = This date is full
session-place-mine = You and this date
session-place-no = You cannot take a place here
session-refused = It did not work
session-you-train = You give this workshop.
session-take-next = You get an email and an entry for your calendar. The trainer sees your name.
session-take-until = You can withdraw without a reason until { $until }.
session-take-late = If you withdraw after that, we ask you why.
session-queue-waiting = { $waiting ->
    [0] Nobody is waiting yet.
    [one] 1 colleague is waiting already.
   *[other] { $waiting } colleagues are waiting already.
}
session-queue-next = When a place comes free, the first in line gets a mail to take it. That goes on until { $until }. After that we place people directly.
session-queue-direct = It starts very soon. When a place still comes free, we place the first in line who ticked the box below at once.
session-short-notice = Also place me at the last moment
session-short-notice-hint = You then have nothing to confirm. You get an email with the place at once.
need-title = Do you need anything to take part?
need-who = Only the trainers of this date read this. Two weeks after it we erase it.
need-access = Access and help
need-access-hint = For instance a place for a wheelchair or a hearing loop.
need-diet = Food and drink
need-diet-hint = For instance vegetarian, or no nuts.
need-save = Keep what I need
need-save-next = The trainers see it in their list. You can always change or empty it.
need-said = We have kept what you need.
need-said-none = We no longer keep anything about what you need.
need-access-told = Needs: { $text }
need-diet-told = Food: { $text }
need-column = Needs
session-when = { $count ->
    [one] When and where
   *[other] When and where: { $count } meetings
}
session-facts = In short
session-trainers = { $count ->
    [one] Trainer
   *[other] Trainers
}
session-opens = Enrol from
session-closes = Enrol until
session-withdraw = Withdrawing
session-until = without a reason until { $moment }
session-with-reason = with a reason

## Why there is no place for you
place-no-closed = Enrolment for this date has closed.
place-no-not-open = You can enrol from { $moment }.
place-no-called-off = This date has been called off.
place-no-already = You are on the list of this date already.
place-no-elsewhere = You have a place in this workshop already, on { $moment }. Would you like to swap? Then choose another date at that place.
place-no-overlap = You are at “{ $title }” then, on { $moment }.
place-no-training = You give “{ $title }” yourself then, on { $moment }.
place-no-audience = This workshop is for: { $audience }.
place-no-employed = You do not work here on this date. Choose another date.
place-no-needs-first = Follow the workshop “{ $title }” first.
place-no-team-away = Of { $team }, { $limit } may be away at the same time, and they already are. Choose another date or talk to your head.
place-no-already-followed = You have followed this workshop already. One follows it once.

## My places
place-list-title = My places
place-offers = { $count ->
    [one] A place is free for you
   *[other] { $count } places are free for you
}
place-coming = What is coming
place-waiting = On a waiting list or in a draw
place-past = Earlier ({ $count })
place-none-outside = You have no place now. When you are invited, you get an email.
place-past-none = You have not followed anything here yet. What you follow and what you withdraw from stays here, by year.
place-none = You have no place yet. Choose a workshop that helps you on.
place-choose = Choose a workshop
calendar-title = Calendar and reminders
calendar-lead = See your workshops in your own calendar, and choose when we remind you.
calendar-address = Calendar address
calendar-address-lead = With this address your calendar always shows where you have a place and what you give. Whoever has the address sees that too, so do not pass it on.
calendar-fresh = This is your address. You see it only now. Paste it in your calendar, at “add a calendar from the internet”.
calendar-since = You have an address since { $moment }.
calendar-shared = On a device that others use too you cannot make an address: it would still work after you sign out.
calendar-make = Make an address
calendar-make-next = You see the address once. You can always make it stop.
calendar-renew = Make a new address
calendar-renew-next = With a new address the old one stops.
calendar-end = Make the address stop
calendar-said-ended = The address no longer works.
calendar-reminders = Reminders
calendar-reminder = When do we remind you?
calendar-reminder-two-days = Two working days before
calendar-reminder-day-before-too = Two working days before, and again the working day before
calendar-reminder-never = Never
calendar-reminder-save = Keep my choice
calendar-reminder-next = This also holds for the places you have already. You always get messages about a change.
calendar-said-reminder = We have kept your choice.
place-badge-confirmed = You have a place
place-badge-offered = A place is free for you
place-badge-waiting = You are on the waiting list
place-badge-requested = You take part in the draw
place-badge-lapsed = Offer lapsed
place-badge-withdrawn = Withdrawn
place-badge-declined = Not taken
place-mark-confirmed = Place
place-mark-offered = Offer
place-mark-waiting = Waiting list
place-mark-requested = Draw
place-mark-past = Past
place-mark-unplaced = No place came free
place-mark-withdrawn = Withdrawn
place-mark-removed = Withdrawn
place-mark-elsewhere = Another date
place-mark-swapped = Swapped
place-mark-lapsed = Offer lapsed
place-mark-declined = Not taken
place-mark-called-off = Called off
place-mark-left = Left
place-state-confirmed = You have a place
place-state-offered = A place is free for you
place-state-waiting = You are on the waiting list
place-state-requested = You take part in the draw
place-state-past = This workshop is past
place-state-unplaced = No place came free
place-state-withdrawn = You have withdrawn
place-state-removed = You were withdrawn
place-state-elsewhere = You have a place on another date
place-state-swapped = You chose another date
place-state-lapsed = The offer has lapsed
place-state-declined = You did not take the place
place-state-called-off = This date has been called off
place-state-left = Your place has lapsed
place-position = You are number { $position } in line.
place-next-waiting = When a place comes free and it is your turn, you get an email to take it. That goes on until { $until }.
place-short-notice-yes = When a place comes free after that, we place you directly.
place-short-notice-no = After that you no longer wait for this date.
place-next-confirmed = The entry for your calendar is in the mail you got.
place-next-requested = You will hear as soon as it is decided.
place-draw = You take part in the draw on { $moment }.
place-draw-chance = Everyone who takes part has the same chance. You get an email with the outcome.
place-next-past = Good that you were there.
place-next-unplaced = Try it on a next date.
place-next-withdrawn = Your place has gone to somebody else, or is free again.
place-next-removed = Somebody else did this for you. Questions? Ask the head of your department.
place-next-elsewhere = That is why you no longer wait here.
place-next-swapped = You have given this place back.
place-next-lapsed = The place has gone to the next in line.
place-next-declined = The place has gone to the next in line.
place-next-called-off = Choose another date of this workshop.
place-next-left = You do not work here on this date.
place-again = Take a place again
place-session = All about this date
place-withdraw-title = Can’t you come after all?
place-withdraw-queue = Don’t want to wait any longer?
place-withdraw-next = You can withdraw without a reason until { $until }. The first in line then gets your place.
place-withdraw-queue-next = You leave the list. Those behind you move up.
place-withdraw-button = Give my place back
place-leave-queue = Take me off the waiting list
swap-choose = Choose another date
swap-choose-next = You keep this place until the new one is certain.
swap-title = Choose another date
swap-lead = You now have a place on { $moment }.
swap-keeps = With a free place you swap at once. When the date is full, you wait there. You keep the place you have until the new one is certain.
swap-dates = Which date do you choose?
swap-free = { $free } places free. You swap at once.
swap-free-any = There are places. You swap at once.
swap-free-one = 1 place free. You swap at once.
swap-full = Full, with { $waiting } waiting. You wait and keep the place you have.
swap-draw = Places are drawn on { $moment }. Until then you keep the place you have.
swap-not = These dates are not possible
swap-none = There is no other date that you can choose now.
swap-button = Choose this date
swap-next = We will mail you what happened. Your calendar follows.
swap-gives-up = When you get a place here, you give up your place on { $moment }.
swap-gives-up-see = See that place
place-said-swapped = You have swapped. We will mail you the new entry for your calendar.
place-said-swap-waiting = You wait for this date, as number { $position }. You keep your place on the other date until you have one here.
place-reason = Why can’t you come?
place-reason-hint = Withdrawing without a reason was possible until { $until }. One sentence is enough.
place-reason-next = The programme manager reads your reason. The first in line gets your place.
place-said-confirmed = You have a place. We mail you the entry for your calendar.
place-said-requested = You take part in the draw on { $moment }. We will mail you the outcome.
place-said-waiting = You are on the waiting list, as number { $position }. We mail you as soon as there is a place for you.
place-said-accepted = The place is yours. We mail you the entry for your calendar.
place-said-declined = You did not take the place. The next in line gets it.
place-said-withdrawn = You have withdrawn. Taking part after all? Then undo it.
place-said-withdrawn-queue = You have withdrawn. Somebody is waiting for a place already. If you undo this, you join the waiting list.
layout-undo = Undo
place-said-withdrawn-closed = You have withdrawn.

## An offer
offer-free = A place is free for you.
offer-until = Take it before { $moment }. After that it goes to the next in line.
offer-accept = Yes, I take the place
offer-decline = No, thank you
offer-decline-next = If you say no, the next in line gets the place.

## Behind the counter: sessions and their participants
menu-catalogue = Manage workshops
problem-in-past = This meeting is in the past. Choose a date to come.
problem-which-of-two = This time comes twice that night: the clock goes back an hour. Choose below which one you mean.
problem-not-a-moment = Fill in a date with a time, such as 3-12-2026 9.30.
problem-unknown-person = We do not know this person. Fill in the email address or the employee number.
desk-sessions-title = Dates and participants
desk-sessions-own-title = The workshops you give
desk-sessions-count = { $count ->
    [one] 1 date
   *[other] { $count } dates
}
desk-sessions-caption = Dates, the first one on top
desk-sessions-none = No dates are planned yet. Plan the first.
desk-sessions-none-found = We find no dates with these choices.
desk-sessions-all = Show all dates to come
desk-sessions-own-none = You give no workshop for now. When you become the trainer of a date, you get an email and see it here.
desk-search = Search
desk-from = From
desk-until = Until
desk-show = Show
desk-find = Search
desk-next = Next
desk-save = Save
desk-edit = Change
desk-all-states = Everything
desk-column-when = When
desk-column-workshop = Workshop
desk-column-trainers = Trainers
desk-column-taken = Taken
desk-column-waiting = Waiting list
desk-column-state = Status
desk-column-action = Action
desk-column-code = Code
desk-column-values = Core values
desk-column-form = Form
desk-taken-of = { $taken } of { $capacity }
desk-no-trainer = No trainer yet
desk-sessions-earlier = Dates of the last three months
desk-session-state-planned = Not open yet
desk-session-state-open = Open
desk-session-state-called-off = Called off
desk-session-state-over = Over
desk-status-confirmed = Has a place
desk-status-offered = Has an offer
desk-status-waiting = Waits
desk-status-requested = Asked for a place
desk-requests = Take part in the draw ({ $count })
desk-draw = Draw on
desk-draw-hint = Until then everyone can ask. Then the places are drawn by lot and everyone gets a mail. Empty: first come, first served.
desk-draw-fixed = Drawn on { $moment }
desk-drawn = How it was drawn
desk-drawn-at = Drawn on { $moment }, among { $count } people.
desk-drawn-how = To recompute: take the SHA-256 of “seed:number” for each line. Put the outcomes in order, the smallest first. That is the rank.
desk-drawn-seed = Seed
desk-drawn-rank = Rank
desk-drawn-number = Number
desk-status-withdrawn = Withdrawn
desk-status-declined = Offer not taken
desk-ending-in-time = Withdrew in time
desk-ending-late = Withdrew late
desk-ending-by-head = Withdrawn by the head
desk-ending-by-staff = Withdrawn by the organisation
desk-ending-offer-declined = Did not want the free place
desk-ending-offer-lapsed = Did not answer in time
desk-ending-left-organisation = Left the organisation
desk-ending-placed-elsewhere = Has a place on another date
desk-ending-swapped = Chose another date
desk-ending-session-called-off = The date was called off
desk-session-new = Plan a date
desk-session-new-title = Plan a date
desk-session-edit-title = Change a date
desk-session-back = Back to this date
desk-session-choose-lead = Of which workshop do you plan a date?
desk-session-choose-none = No workshop is in the catalogue yet. Publish one first.
desk-workshop = Workshop
desk-session-planned = The date is planned.
desk-session-changed = The date has been changed.
desk-session-new-next = The trainers get a mail with the appointment. When enrolment is open, everybody sees this date in the catalogue.
desk-session-edit-next = New trainers get a mail. When there are more places, the waiting list moves at once.
desk-meetings = Meetings
desk-meeting-number = Meeting { $number }
desk-meeting-date = Date
desk-meeting-start = Start
desk-meeting-end = End
desk-meeting-location = Room or address
desk-meeting-link = Link to take part online
desk-meeting-link-hint = Begins with https://.
desk-meeting-online = Take part online
desk-meeting-add = Add a meeting
desk-meeting-empty = A meeting that you leave empty does not count.
desk-turn-start = Which start do you mean?
desk-turn-end = Which end do you mean?
desk-turn-first = The first time, in summer time
desk-turn-second = The second time, in winter time
desk-trainers = Trainers
desk-trainers-hint = Type a name and choose from the list, or fill in an email address or employee number.
desk-trainer-number = Trainer { $number }
desk-trainer-add = Add a trainer
desk-seats = Places
desk-capacity = Places
desk-capacity-hint = Empty: no limit.
desk-minimum = Minimum
desk-minimum-hint = Empty: no minimum.
desk-maximum = Maximum
desk-window = Enrolling and withdrawing
desk-opens = Enrolment opens
desk-opens-hint = Empty: at once.
desk-closes = Enrolment closes
desk-closes-hint = Empty: at the start.
desk-withdraw-until = Free withdrawal until
desk-withdraw-until-hint = After that we ask for a reason. Empty: until the start.
desk-audience = For whom
desk-audience-hint = Departments or job titles, separated by commas. Empty: as the workshop ({ $audience }).
desk-audience-format = Departments or job titles, separated by commas. Empty: everyone.
desk-first = Follow first
desk-first-which = Which workshops come first?
desk-first-hint = Who has not followed these, and has no place on an earlier date either, cannot enrol. Who has a place keeps it.
desk-repeatable = May somebody follow this workshop again?
desk-repeatable-yes = Yes
desk-repeatable-no = No, once
desk-repeatable-no-hint = Who has followed it cannot enrol again.
desk-audience-not-enforced = We do not know these as a department or job title: { $parts }. We show the text, but everyone can enrol.
desk-everyone = everyone
desk-when-open = When can this date be seen?
desk-open-now = At once
desk-open-now-hint = The date is in the catalogue and people can enrol.
desk-open-later = Later
desk-open-later-hint = Only planners see the date. You open it when all is settled.
desk-about = About this workshop
desk-about-length = { $minutes ->
    [one] The workshop lasts 1 minute.
   *[other] The workshop lasts { $minutes } minutes.
}
desk-about-parts = { $parts ->
    [one] Usually in 1 meeting.
   *[other] Usually in { $parts } meetings.
}
desk-about-filled = Places and minimum are filled in from the workshop. You can change them here.
desk-facts = About this date
desk-as-seen = As participants see it
desk-at-once = At once
desk-at-start = At the start
desk-none = None
desk-no-limit = No limit
desk-above-capacity = More places are taken ({ $taken }) than there are ({ $capacity }). Nobody loses a place; nobody is added.
desk-participants = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
desk-participants-none = Nobody has a place yet.
desk-queue = { $count ->
    [one] Waiting list (1 person)
   *[other] Waiting list ({ $count } people)
}
desk-queue-none = Nobody waits.
desk-ended = { $count ->
    [one] 1 enrolment that has ended
   *[other] { $count } enrolments that have ended
}
desk-position = Position
desk-since = Since { $moment }
desk-offer-until = until { $moment }
desk-overridden = exception: { $reason }
desk-because = reason: { $reason }
desk-enrol = Enrol somebody
desk-enrol-search = Name, employee number or email address
desk-enrol-choose = Enrol
desk-enrol-more = More people were found. Type more to choose.
desk-enrol-nobody = We find nobody with “{ $text }”.
desk-enrol-next = Whoever you enrol gets a mail at once. When it is full, that person joins the waiting list.
desk-already-here = Is on the list
desk-enrolled = { $name } has a place and gets a mail.
desk-queued = It is full. { $name } is on the waiting list now and gets a mail.
desk-refused-title = Enrolling is not possible like this
desk-refused-heading = Enrolling { $name } is not possible like this
desk-refused-why = Why not
desk-refused-other = See the other date
desk-refused-firm = This rule cannot be set aside. Choose another date or another person.
desk-override = I make an exception to this rule
desk-override-hint = The other rules still hold. When it is full, this person joins the waiting list.
desk-override-reason = Why do you make an exception?
desk-override-reason-hint = For example: the head of department asked for it.
desk-override-enrol = Enrol nevertheless
desk-override-next = The person gets a mail at once. Planners can read your reason.
desk-withdraw = Withdraw
desk-farewell-title = Withdraw { $name }
desk-farewell-reason = Why do you withdraw this person?
desk-farewell-reason-hint = For example: reported ill to the head of department.
desk-farewell-next = The person gets a mail. When a place comes free, the waiting list moves at once. Planners can read your reason.
desk-farewell-not = Leave it as it is
desk-withdrawn = { $name } is withdrawn and gets a mail.

## Behind the counter: the catalogue
desk-workshops-title = Manage workshops
desk-workshops-count = { $count ->
    [one] 1 workshop
   *[other] { $count } workshops
}
desk-workshops-caption = Workshops by title
desk-workshops-none = There are no workshops yet. Write the first.
desk-workshops-none-found = We find no workshops with these choices.
desk-workshops-all = Show all workshops
desk-workshop-new = Write a workshop
desk-workshop-new-title = Write a workshop
desk-workshop-new-lead = You make a draft. It is in the catalogue only when you publish it.
desk-workshop-edit-lead = What you save can be read at once when the workshop is in the catalogue.
desk-workshop-new-next = Only planners see the draft.
desk-workshop-edit-next = Dates that are planned already keep their own places and minimum.
desk-workshop-made = The draft is saved.
desk-workshop-changed = The workshop is saved.
desk-workshop-published = The workshop is in the catalogue.
desk-workshop-retired = The workshop is no longer in the catalogue. What has been is kept.
desk-workshop-drafted = The workshop is a draft again.
desk-workshop-state-draft = Draft
desk-workshop-state-published = In the catalogue
desk-workshop-state-retired = Out of the catalogue
desk-standing = Status
desk-standing-draft = Only planners see this workshop.
desk-standing-published = Everybody sees this workshop.
desk-standing-retired = Nobody can choose this workshop any more.
desk-publish = Publish
desk-retire = Take out of the catalogue
desk-to-draft = Make it a draft again
desk-plan = Plan a date
desk-preview = How the description looks
desk-preview-none = There is no description yet.
desk-code-hint = Short and unique, such as W12.
desk-title = Title
desk-summary = Summary
desk-summary-hint = One or two sentences for the list.
desk-description = Description
desk-description-hint = You may use **bold**, ## a heading, - a list. After saving you see how it looks.
desk-goals = Learning goals
desk-goals-hint = One a line.
desk-form-on-site = On site
desk-form-online = Online
desk-form-hybrid = On site and online
desk-offering = Who can choose it
desk-offering-open = Free to choose
desk-offering-targeted = Targeted training
desk-duration = Length in minutes
desk-parts = Number of meetings

## Loading files, the pages
import-page-title = Load files
import-page-lead = Load people, departments or workshops from a file. You first see what changes.
import-page-kind = What does the file hold?
import-page-kind-departments = Departments
import-page-kind-people = People
import-page-kind-workshops = Workshops
import-page-columns-departments = Code, name, department above, kind, cost centre
import-page-columns-people = Employee number, name, email address, job title, department, manager, first and last day
import-page-columns-workshops = Code, title, core values, form, length, audience, languages, picture
import-page-file = File
import-page-file-hint = Excel (.xlsx) or CSV, at most 10 MB. Of a workbook we read the first sheet only. The first row names the columns.
problem-file-none = Choose a file.
import-page-look = See what changes
import-page-next = Nothing changes yet. You see an overview first. A file that you do not apply is gone after a day.
import-page-recent = Chosen before
import-page-recent-none = Nothing yet.
import-page-applied = Applied
import-page-open = View
import-page-counts = { $added } new, { $changed } changed, { $moved } moved, { $left } left
import-page-counts-short = { $added } new, { $changed } changed
import-page-done = The file is applied: { $added } new, { $changed } changed, { $moved } moved, { $left } left.
import-page-done-short = The file was applied: { $added } new, { $changed } changed.
import-page-preview-title = What changes
import-page-preview-lead = { $kind } from { $file }. Nothing has been saved yet.
import-page-count-added = New
import-page-count-changed = Changed
import-page-count-moved = Moved
import-page-count-left = Left
import-page-count-unchanged = Unchanged
import-page-count-refused = Refused
import-page-added = { $count } new
import-page-changed = { $count } changed
import-page-moved = { $count } to another department
import-page-left = { $count } left
import-page-refused = { $count ->
    [one] 1 row is refused
   *[other] { $count } rows are refused
}
import-page-warnings = { $count ->
    [one] 1 row to look at
   *[other] { $count } rows to look at
}
import-page-changes = Changes
import-page-line = Line
import-page-key = Code or number
import-page-name = Name
import-page-at-line = Line { $line }:
import-page-on-line = line { $line }
import-page-more = And { $count } more.
import-page-nothing = This file changes nothing.
import-page-kept = Who stays, whatever the file says
import-page-other = Choose another file
import-page-brake = { $gone } of { $of } people would leave. That is many. See whether the file is whole.
import-page-brake-yes = It is right: { $gone } people have left
import-page-partial = Apply the good rows only
import-page-partial-hint = { $count ->
    [one] 1 refused row is skipped.
   *[other] { $count } refused rows are skipped.
}
import-page-apply = Apply this file
import-page-apply-next = Who has left loses places to come, and the waiting list moves. The log says that you did this. While nothing depends on it, you can undo it.
import-page-apply-next-short = The log says that you did this. While nothing depends on it, you can undo it.
import-column-name = Name
import-column-parentId = Department above
import-column-kind = Kind
import-column-employeeNumber = Employee number
import-column-email = Email address
import-column-jobTitle = Job title
import-column-managerId = Manager
import-column-departmentId = Department
import-column-employedFrom = First day
import-column-employedUntil = Last day
import-column-blocked = Access
import-column-title = Title
import-column-summary = Summary
import-column-description = Description
import-column-goals = Learning goals
import-column-values = Core values
import-column-form = Form
import-column-durationMinutes = Length in minutes
import-column-parts = Meetings
import-column-minimum = Minimum
import-column-maximum = Maximum
import-column-audience = Audience
import-column-offering = Offering
import-page-by = by { $name }
import-page-undone = Undone
import-page-undone-at = Undone on { $moment }
import-page-undone-done = The import was undone. Everything is as it was before.
import-page-runs = Being applied
import-page-running = We are applying your file
import-page-running-lead = { $kind } from { $file }.
import-page-progress = { $done } of { $total } rows
import-page-comparing = We are comparing the file with what is there …
import-page-running-next = This page refreshes itself. You can close it: the work goes on.
import-page-refresh = Refresh now
import-page-rest = A file of this kind was interrupted before. Nothing changes in its rows any more, but who leaves and who heads what may still have to be applied.
import-page-halfway = Applying was interrupted. { $done } of { $total } rows are stored. Apply the file again to do the rest.
import-page-applied-lead = { $kind }, applied on { $moment }.
import-page-undo = Undo
import-page-undo-removed = { $count ->
    [0] Nothing disappears: this file added nothing.
    [one] What this file added (1) disappears.
   *[other] What this file added ({ $count }) disappears.
}
import-page-undo-restored = { $count ->
    [0] Nothing is restored: this file changed nothing.
    [one] What it changed (1) becomes as it was.
   *[other] What it changed ({ $count }) becomes as it was.
}
import-page-undo-lost = { $count ->
    [one] One place that somebody lost by this file does not come back. Enrol that person again if needed.
   *[other] { $count } places that people lost by this file do not come back. Enrol those people again if needed.
}
import-page-undo-next = This happens all at once, or not at all. The log says that you did it. No letters are sent.
import-page-undo-do = Undo this import
import-column-languages = Languages
import-column-cover = Picture
import-page-old = Was:
import-page-new = Becomes:
import-page-empty = empty
import-page-otherwise = has changed
import-choice-staff = Staff
import-choice-external = From outside the organisation
import-choice-allowed = May sign in
import-choice-blocked = May not sign in
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
letters-title = Mails sent
letters-lead = { $count ->
    [0] Nothing was mailed in the last thirty days.
    [one] 1 mail in the last thirty days.
   *[other] { $count } mails in the last thirty days.
}
letters-sent = Sent
letters-none = No mail has been sent yet. Whoever gets a place or wants to sign in gets a mail; you then see it here.
letters-to = To { $address }
letters-sent-to = To { $address }, { $moment }
letters-waiting = { $count ->
    [one] 1 mail waits
   *[other] { $count } mails wait
}
letters-waiting-badge = Waits
letters-waiting-first = Asked for on { $moment }
letters-waiting-again = { $attempts ->
    [one] Tried once, again on { $moment }
   *[other] Tried { $attempts } times, again on { $moment }
}
letters-failed = { $count ->
    [one] 1 mail did not arrive
   *[other] { $count } mails did not arrive
}
letters-failed-badge = Failed
letters-failed-since = { $attempts ->
    [one] Given up on { $moment }, after 1 try
   *[other] Given up on { $moment }, after { $attempts } tries
}
letters-retry = Try again
letters-retried = The mail will be sent again.
letters-links = Open what this mail links to
letters-as-left = As it arrived
letters-frame = The mail “{ $subject }”
letters-text = As plain text
letters-calendar = Appointment for the calendar
letters-calendar-text = See what the appointment holds
letters-download = Download the appointment
letters-kind-sign-in = Link to sign in
letters-kind-confirmed = You have a place
letters-kind-waiting = You are on the waiting list
letters-kind-offer = A place is free
letters-kind-moved-up = You can come after all
letters-kind-withdrawn = Your enrolment has ended
letters-kind-reminder = Reminder
letters-kind-trainer-invited = You give this workshop
letters-kind-trainer-released = You do not give this workshop
letters-kind-other = Mail

## Letters of a session that changes
letter-changed-subject = Please note, this changes: { $workshop }
letter-changed-lead = { $n ->
    [one] Something changes about a meeting of { $workshop }.
   *[other] Something changes about { $n } meetings of { $workshop }.
}
letter-changed-action = Can’t make it? Then withdraw or choose another date.
letter-calendar-changed = The file with this email updates the entry in your calendar.
letter-was = Was
letter-becomes = Becomes
letter-new = Was not planned yet
letter-gone = Does not take place
letter-cancelled-subject = A meeting does not take place: { $workshop }
letter-cancelled-lead = One meeting of { $workshop } does not take place. The others do.
letter-cancelled-action = You do not have to do anything.
letter-missed-subject = We missed you: { $workshop }
letter-missed-lead = You had a place at { $workshop }, and according to the register you were not there.
letter-missed-dates = Would you still like to follow the workshop? These are the other dates:
letter-missed-none = There is no other date now.
letter-missed-wrong = Were you there after all, or could you no longer cancel? Tell your trainer, who can correct it.
letter-called-off-subject = Does not take place: { $workshop }
letter-called-off-lead = Unfortunately, { $workshop } does not take place on this date.
letter-called-off-reason = The reason: { $reason }
letter-called-off-dates = These are the other dates:
letter-called-off-others = You can choose another date. If it is full, you are at the head of its waiting list.
letter-called-off-none = There is no other date yet. When there is one and you enrol, you are at the head of its waiting list.
letter-called-off-guest = When there is a new date, { $organisation } can invite you again.
letter-button-dates = Choose another date
letter-go-or-not-subject = Does this go on? { $workshop }
letter-go-or-not-lead = { $taken ->
    [0] Nobody has enrolled
    [one] 1 person has enrolled
   *[other] { $taken } people have enrolled
} in { $workshop } so far. The minimum is { $minimum }.
letter-go-or-not-action = Decide whether this date goes on. As long as you choose nothing, the date stays.
letter-button-decide = Decide now
letter-message-lead = A message about { $workshop }:
letter-message-action = Do you have a question? Then reply to this email.
refusal-deadline-after-start = A deadline of this date would come after its start: { $moment }. Change that deadline first.
refusal-trainer-busy = { $name } is busy then with “{ $title }”, on { $moment }. Choose somebody else, or tell why it can be done.
problem-meeting-over = A meeting that has begun cannot be changed any more.
import-column-costCentre = cost centre

## Changing a session behind the counter
desk-actions = What do you want to do?
desk-action-move = Move or cancel meetings
desk-action-call-off = Call this date off
desk-decide-by = Decide about going on
desk-decide-by-hint = If there are too few participants then, the programme manager is asked by mail whether it goes on.
desk-cost = Cost in euro
desk-cost-hint = For instance 1250 or 1250.50. Only planners see this.
desk-euro = € { $amount }
desk-clash-reason = Why can the trainer do it all the same?
desk-clash-reason-hint = The reason is kept.
desk-meetings-move = Move meetings
desk-move-title = Move meetings
desk-move-past = Has begun
desk-move-cancel = Meeting { $number } does not take place
desk-move-look = See what changes
desk-move-look-next = You first see whom it touches. Nothing changes yet.
desk-move-how = How it works
desk-move-how-text = Change day, time or place. Then you see old and new side by side, who gets a mail and who has to be somewhere else at that time.
desk-move-preview-title = Is this right?
desk-move-back = Back to the meetings
desk-move-changes = What changes
desk-move-old = Now
desk-move-new = Becomes
desk-move-added = New
desk-move-cancelled = Does not take place
desk-move-do = Change and mail everyone
desk-move-do-next = In 2 minutes everyone gets one mail with old and new. If you change it back before, no mail is sent.
desk-move-nothing = Nothing has changed.
desk-moved = The meetings have changed. Everyone gets a mail in 2 minutes.
desk-touched = Whom this touches
desk-touched-participants = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
desk-touched-waiting = { $count } on the waiting list
desk-touched-trainers = { $count ->
    [one] 1 trainer
   *[other] { $count } trainers
}
desk-touched-nobody = Nobody has a place or waits yet.
desk-touched-clashes = { $count ->
    [one] 1 person has to be somewhere else then
   *[other] { $count } times somebody has to be somewhere else then
}
desk-touched-rooms = This room is in use already at that time
desk-call-off = Call off
desk-call-off-title = Call this date off?
desk-call-off-reason = Reason
desk-call-off-reason-hint = Stands in the mail to everyone.
desk-call-off-next = Everyone gets a mail with the other dates at once, and is at the head of their waiting lists. This cannot be undone.
desk-call-off-do = Call off and mail everyone
desk-call-off-not = No, leave it
desk-call-off-others = Other dates of this workshop
desk-call-off-others-none = There is no other date. Plan one first if you want to offer people something.
desk-called-off = The date is called off. Everyone gets a mail.
desk-called-off-because = Called off: { $reason }
desk-undecided = { $taken } of at least { $minimum } places are taken.
desk-undecided-do = Decide whether it goes on
desk-decision-title = Does this date go on?
desk-decision-lead = { $taken } places are taken. The minimum is { $minimum }.
desk-decision-go = Let it go on
desk-decision-go-next = The date stays with whoever is there now. Nobody gets a mail.
desk-decision-go-do = Let it go on
desk-decision-over = There is nothing to decide here any more.
desk-goes-on = The date goes on.
home-decide = { $count ->
    [one] Does this date go on?
   *[other] Do these { $count } dates go on?
}
home-decide-lead = There are too few participants. Decide now, so that they know where they stand.
problem-minimum-needed = Give a minimum as well: that is what is decided about.
problem-not-an-amount = Give an amount, such as 1250 or 1250.50.
desk-action-list = List of participants: print or Excel
desk-action-bulk = Enrol many people at once
desk-action-message = Send a message
desk-action-copy = Plan once more, or a series
desk-copy-title = Plan once more
desk-copy-first = First meeting on
desk-copy-times = How many times
desk-copy-every = Every how many weeks
desk-copy-trainers = With the same trainers
desk-copy-trainers-hint = They get an invitation for every date.
desk-copy-look = See the dates
desk-copy-look-again = Work it out again
desk-copy-look-next = You first see which dates it gives. Nothing is planned yet.
desk-copy-dates = These dates
desk-copy-closed = Passed over: { $day }
desk-copy-busy = { $name } is at { $title } then.
desk-copy-room = { $name } is needed for { $title } then, too.
desk-copy-look-at = Please note
desk-copy-planned = Will be planned
desk-copy-make = Plan these dates
desk-copy-make-next = The dates stand in the overview at once. Trainers get a mail.
desk-copy-how = All meetings, places and deadlines come along, at the same hours. If a meeting falls on a holiday, that time is passed over.
desk-copied = { $count ->
    [one] 1 date has been planned.
   *[other] { $count } dates have been planned.
}
desk-bulk-title = Enrol many people
desk-bulk-done-title = This is how it went
desk-bulk-people = Who
desk-bulk-people-hint = One person a line: the email address or the employee number. Addresses from a mail may also follow one another.
desk-bulk-file = Or a file
desk-bulk-file-hint = Excel (.xlsx) or CSV, with an email address or employee number in every line.
desk-bulk-look = See who they are
desk-bulk-look-next = You first see who is meant. Nobody is enrolled yet.
desk-bulk-caption = { $count ->
    [one] 1 line
   *[other] { $count } lines
}
desk-bulk-line = Line
desk-bulk-result = What becomes of it
desk-bulk-ready = Will be enrolled
desk-bulk-again = Another list
desk-bulk-twice = Stands above already
desk-bulk-here = Is on the list already
desk-bulk-nobody = We do not know this one
desk-bulk-placed = Has a place
desk-bulk-waiting = On the waiting list, position { $position }
desk-bulk-refused = Not possible
desk-bulk-do = { $count ->
    [one] Enrol 1 person
   *[other] Enrol { $count } people
}
desk-bulk-do-next = Each gets a mail. If one cannot, the others go on.
desk-message-title = Send a message
desk-message-to = To whom
desk-message-to-participants = Who has a place
desk-message-to-waiting = Who waits
desk-message-to-everyone = Who has a place and who waits
desk-message-to-no-shows = Who did not show up last time
desk-message-subject = Subject
desk-message-text = Message
desk-message-look = See who gets it
desk-message-look-next = You first see who gets it. No mail is sent yet.
desk-message-do = { $count ->
    [one] Send to 1 person
   *[other] Send to { $count } people
}
desk-message-do-next = Each gets a mail of their own. Nobody sees the addresses of the others.
desk-message-readers = { $count ->
    [one] 1 person gets this
   *[other] { $count } people get this
}
desk-message-sent = { $count ->
    [one] The message goes to 1 person.
   *[other] The message goes to { $count } people.
}
# The register of a meeting
register-title = Attendance
register-of = Attendance: { $moment }
register-opens = You can note attendance from { $moment }. That is a quarter of an hour before the start.
register-count = { $unmarked ->
    [0] { $there } of { $count } were there. Everybody has a mark.
   *[other] { $there } of { $count } were there. { $unmarked } still to mark.
}
register-saved = Saved { $time }
register-mark-present = Present
register-mark-partly = Partly
register-mark-absent = Absent
register-mark-excused = Excused
register-next = You can correct this later. Trainers, planners and administrators read it, and everybody can ask what is noted about themselves.
register-save = Save
register-rest = Save, the rest were there
register-left = # left to mark.
register-all = Everybody is marked.
register-waiting = # still to send.
register-sending = Saving …
register-offline = There is no connection. Your marks stay on this device and go along as soon as it is back.
register-signed-out = You are no longer signed in. Your marks stay on this device: sign in and open this page again.
register-again = Saving does not work now. We try again in a moment.
register-overtaken = Somebody else marked at { $time }: { $mark }. That is what stands now. Not right? Choose again.
register-find = Search this list
register-checked-in = Checked in at { $time }
register-past = Earlier marks
register-closed = This register was closed on { $moment }.
register-reason = Why you correct something
register-reason-hint = For example: did not come back after the break. Whoever keeps the register reads this.
register-correct-next = The old mark is kept. What came of the place is worked out again.
register-correct = Correct
register-close = Close the register
register-close-lead = Is everybody marked? Then close the register. Who has no mark becomes absent. After the last meeting it is settled who completed the workshop. You can still correct it then, with a reason.
register-close-do = Close the register
register-closed-said = { $count ->
    [0] The register is closed.
    [one] The register is closed. 1 person had no mark and is now absent.
   *[other] The register is closed. { $count } people had no mark and are now absent.
}
outcome-completed = Completed the workshop
outcome-incomplete = Missed too much
outcome-excused = Was excused
outcome-no-show = Did not come
walk-in-title = Somebody without a place
walk-in-back = To the register
walk-in-search = The beginning of the first name or surname
walk-in-search-whole = The whole mail address or employee number
walk-in-short = Fill in at least three letters.
walk-in-here = Is on the list already
walk-in-do = Add
walk-in-next = Whoever you add gets a place and was present, also when all places are taken. A place of theirs on a later date of this workshop is given back.
walk-in-said = { $name } was added and is present.
check-in-open = Let people check in themselves
check-in-screen-show = Show the code to check in
check-in-screen-title = Check in with your phone
check-in-picture = Code to scan with a phone. Whoever cannot scan it asks the trainer.
check-in-count = { $expected ->
    [one] of 1 person is here
   *[other] of { $expected } people are here
}
check-in-how = Scan the code with the camera of your phone and press “I am here”. Does it not work? The trainer puts you on the list.
check-in-renews = The code changes every half minute. This page refreshes by itself.
check-in-end = Stop checking in
check-in-off = People do not check in themselves here now.
check-in-ended-said = People no longer check in themselves. What was marked stays.
check-in-title = Are you here?
check-in-do = I am here
check-in-next = Your trainer sees that you are here, and can still correct it.
check-in-done = You checked in at { $time }. There is nothing else to do.
check-in-marked = Something is marked for you already: { $mark }, at { $time }. Not right? Tell your trainer.
check-in-early = You are early. You can check in from { $moment }: scan the code again then.
check-in-closed = Checking in has ended. Tell your trainer that you are here.
check-in-old = This code has changed. Scan the one that is on the screen now.
check-in-not-on-the-list = You are not on the list of this date. Tell your trainer, who can add you.
check-in-places = To my places
register-said = { $count ->
    [0] Nothing had changed.
    [one] 1 person marked.
   *[other] { $count } people marked.
}

desk-action-guests = Invite guests
desk-guests-title = Guests
desk-guests-invite = Invite a guest
desk-guests-name = Name
desk-guests-email = Email address
desk-guests-email-hint = If we know this person already, name and organisation stay as they are.
desk-guests-agency = Organisation
desk-guests-reason = Why all the same?
desk-guests-reason-hint = With a reason you invite this guest against the rule. The reason is kept.
desk-guests-do = Invite
desk-guests-next = The guest gets an email with a link of their own, and a place; when it is full, a place on the waiting list. The guest sees this date only. For whom the workshop is and what must have been followed first do not count for a guest.
desk-guests-list = { $count ->
    [0] No guests yet
    [one] 1 guest
   *[other] { $count } guests
}
desk-guests-none = Nobody has been invited.
desk-guests-since = Invited on { $moment }
desk-guests-withdraw = Take the invitation back
desk-guests-said = { $name } has been invited and gets an email.
desk-guests-said-waiting = { $name } has been invited and is on the waiting list.
desk-guests-said-ended = The invitation has been taken back.
desk-sheet-title = List of participants
desk-sheet-caption = { $count ->
    [one] 1 participant
   *[other] { $count } participants
}
desk-sheet-name = Name
desk-sheet-department = Department
desk-sheet-sign = Signature
desk-sheet-walk-in = Room for who has not enrolled
desk-sheet-file = Participants
desk-sheet-status = Status
desk-sheet-since = Enrolled
desk-sheet-outcome = Outcome
desk-sheet-xlsx = Excel
desk-sheet-csv = CSV
desk-sheet-print = Print this page with Ctrl+P.
problem-nobody = Nobody would get this. Choose something else.
problem-not-expected = Somebody on this list no longer has a place. Look at the list again.
problem-too-many-lines = These are too many lines. Take at most { $max } at once.
problem-closed-day = All these dates fall on a holiday. Choose another first day.
letter-requested-subject = You take part in the draw: { $workshop }
letter-requested-lead = You asked for a place at { $workshop }. Places are drawn by lot: everybody who asks in time has the same chance.
letter-requested-when = The draw is on { $moment }.
letter-requested-action = You will get an email with the result. Can’t come after all? Then withdraw.
letter-lot-won-subject = Drawn: you have a place at { $workshop }
letter-lot-won-lead = Good news: you were drawn for { $workshop }.
letter-lot-lost-subject = Not drawn: you are on the waiting list of { $workshop }
letter-lot-lost-lead = You were not drawn for { $workshop } this time. You are number { $position } on the waiting list.
letter-date-planned-subject = There is a date: { $workshop }
letter-date-planned-lead = You wanted to know when { $workshop } is given again. These are the dates:
letter-date-planned-action = No more email about new dates? Switch it off on the page of the workshop.
letter-button-choose = Choose a date
refusal-needs-first = Follow the workshop { $title } first. It comes before this one.
refusal-team-away = Of { $team }, { $limit } may be away at the same time, and they already are. Choose another date or talk to your head.
refusal-already-followed = This workshop has been followed already, and one follows it once.
problem-prerequisite-circle = These workshops would wait for each other. Remove one.
problem-draw-too-late = Somebody has a place or has asked already. Leave the draw as it is.
problem-in-the-past = This moment has passed. Choose a later one.
problem-at-least-one = Fill in 1 or more, or leave it empty.

## Workshops: languages, pictures, history
workshop-languages = Languages
desk-cover = Picture
desk-cover-hint = Stands on the card and with the workshop.
desk-cover-none = None
desk-cover-conversation = Conversation
desk-cover-letter = Letter
desk-cover-path = Path
desk-cover-table = Table
desk-cover-window = Screen
desk-cover-growth = Growth
desk-history = What changed ({ $count })
desk-history-house = the system
desk-history-workshop-made = Made
desk-history-workshop-changed = Changed
desk-history-workshop-published = Put in the catalogue
desk-history-workshop-retired = Taken out of the catalogue
workshop-language-nl = Dutch
workshop-language-en = English
workshop-language-de = German
workshop-language-fr = French
workshop-language-pl = Polish
workshop-language-tr = Turkish
workshop-language-ar = Arabic
workshop-language-uk = Ukrainian
desk-history-field-prerequisites = What comes first
desk-history-field-repeatable = Taking it again
desk-history-field-code = Code
desk-history-field-title = Title
desk-history-field-summary = Summary
desk-history-field-description = Description
desk-history-field-goals = Learning goals
desk-history-field-values = Core values
desk-history-field-form = Form
desk-history-field-duration = Length in minutes
desk-history-field-parts = Meetings
desk-history-field-minimum = Minimum
desk-history-field-maximum = Maximum
desk-history-field-audience = Audience
desk-history-field-offering = Offering
desk-history-field-languages = Languages
desk-history-field-cover = Picture
## Lists as files

part-files = This whole list as a file:
part-files-xlsx = Excel
part-files-csv = CSV
file-column-given-name = Given name
file-column-prefix = Prefix
file-column-surname = Surname
file-column-parent = Parent
file-column-cost-centre = Cost centre
file-column-granted = Granted on
file-column-start = Start
file-column-end = End
file-column-place = Location
file-column-capacity = Capacity
file-column-offering = Offering
file-column-minutes = Duration (minutes)
file-column-parts = Parts
file-column-minimum = Minimum
file-column-maximum = Maximum
file-column-sent = Sent on
file-column-subject = Subject

## One department, and how the tree changes

department-lead = { $kind }, code { $code }.
department-ended = This department existed until { $day }. It is now part of
department-below = Falls under this
department-below-none = No department falls under it.
department-past = History
department-past-from = From { $from } until { $until }
department-past-until = Until { $until }
department-past-parent = under { $parent }
department-took-in = Merged into this department; last day { $day }
department-parent = Falls under
department-no-parent = Nothing: this is the top
department-heads = Head
department-heads-none = Nobody
department-from = From
department-rename = Give another name
department-rename-do = Give this name
department-rename-next = Figures of the time before keep the old name.
department-renamed = The department has another name.
department-move = Put under another department
department-move-do = Move
department-move-next = The department moves with everything under it. Who heads what is above sees these people from now on.
department-moved = The department was moved.
department-merge = Merge
department-merge-title = Merge { $name }
department-merge-lead = Choose with which department. You first see what that means; then you decide.
department-merge-into = Merge into
department-choose = Choose a department
department-merge-look = See what that means
department-merge-touches = This changes
department-merge-people = { $count ->
    [0] Nobody works here.
    [one] 1 person works at { $into } from { $day } on.
   *[other] { $count } people work at { $into } from { $day } on.
}
department-merge-below = { $names } will fall under { $into }.
department-merge-heads-stay = { $names } will head { $into }: nobody does yet.
department-merge-heads-go = { $names } will head no more: { $into } has somebody already.
department-merge-audiences = { $count ->
    [0] No audience names this department.
    [one] 1 audience that names this department then names the other.
   *[other] { $count } audiences that name this department then name the other.
}
department-merge-past = { $name } remains in figures of the time before.
department-merge-do = Merge
department-merge-next = No mail is sent. A new staff file must name the other department.
department-merged = The departments were merged.
department-split = Split
department-split-title = Split { $name }
department-split-lead = Make a new department beside it and choose who goes along. The others stay.
department-split-name = Name of the new department
department-split-code-hint = As the HR system calls it.
department-split-teams = These departments go along
department-split-people = These people go along
department-split-do = Split
department-split-next = Who goes along works in the new department from that day on. No mail is sent.
department-split-look = See who goes where
department-split-look-next = Nothing changes yet. You first see who goes along and who stays.
department-split-preview-title = Who goes where
department-split-preview-lead = { $name } is split. From { $day } on there is { $fresh } as well.
department-split-go = To { $name }
department-split-stay = Staying in { $name }
department-split-side = { $count ->
    [0] Nobody
    [one] One person
   *[other] { $count } people
}
department-split-side-teams = Below it: { $names }
department-split-heads = { $names } keeps { $name }. Choose a head for { $fresh } afterwards.
department-split-later = This happens by itself on { $day }. Until then you can take it back on the page of the department. No mail is sent.
department-split-plan = Plan the split
department-split-edit = Change this
department-planned = This is planned. On that day it happens by itself.
department-plan-removed = The planned change was taken back.
department-coming = What is going to change
department-coming-from = From { $day } on
department-coming-rename = Will be called { $name }
department-coming-move = Will lie below { $name }
department-coming-top = Will lie below no other department
department-coming-merge = Will become part of { $name }
department-coming-split = { $count ->
    [0] { $name } will go on as a new department
    [one] { $name } will go on as a new department, with one person
   *[other] { $name } will go on as a new department, with { $count } people
}
department-coming-joins = { $name } will become part of this
department-coming-under = { $name } will lie below this
department-coming-refused = This could not be done on that day. { $why ->
    [taken] The code is in use by now.
    [below-itself] The other department lies below it by now.
    [missing] One of the departments is no more.
   *[other] The departments are different by now.
} Take it back and choose again.
department-coming-remove = Take back
department-cost-centre = Cost centre
department-cost-centre-code = Code of the cost centre
department-cost-centre-hint = As the finance system writes it.
department-cost-centre-do = Save the cost centre
department-cost-centre-set = The cost centre was saved.
department-split-done = The new department is there.
department-cover = Away at the same time
department-cover-most = At most so many at a workshop at once
department-cover-hint = Empty: no limit.
department-cover-do = Save
department-limited = The limit was saved.

## Searching

search-title = Search
search-lead = Workshops and dates, and people for who may see them.
search-words = Search by a part of a name or subject
search-do = Search
search-workshops = Workshops
search-sessions = Dates
search-people = People
search-all-workshops = All { $count } workshops
search-all-sessions = All { $count } dates
search-all-people = { $count ->
    [10001] All people found, more than 10,000
    [10002] All people found, very many
   *[other] All { $count } people
}
search-nothing = Nothing was found. Try fewer or other words.
search-catalogue = See all workshops
layout-search-hint = Search, or press /
## The privacy desk

event-house-set-up = The first administrator set Olievlek up
event-link-asked = A link to sign in was asked for
event-signed-in = Somebody signed in
event-signed-out = Somebody signed out
event-role-granted = A role was given
event-role-revoked = A role was taken back
event-token-made = A key for the API was made
event-language-chosen = Somebody chose a language
event-reminder-chosen = Reminders chosen
event-calendar-address = Calendar address made or stopped
event-import-undone = An import was undone
event-reorganisation-planned = A change of the departments was planned
event-reorganisation-dropped = A planned change of the departments was taken back
event-cost-centre-set = The cost centre of a department was chosen
event-imported = A file was loaded
event-person-left = Somebody left the organisation
event-external-added = Somebody from outside was added
event-external-changed = Somebody from outside was changed
event-guest-invited = Somebody was invited as a guest
event-guest-uninvited = The invitation of a guest was taken back
event-person-moved = Somebody works in another department now
event-department-renamed = A department has another name
event-department-moved = A department stands elsewhere
event-department-merged = A department was merged
event-department-split = A department was split
event-people-exported = People were taken out as a file
event-enrolments-exported = Enrolments were taken out as a file
event-workshop-made = A workshop was made
event-workshop-changed = A workshop was changed
event-workshop-published = A workshop was published
event-workshop-retired = A workshop was taken out of the catalogue
event-session-planned = A date was planned
event-session-opened = A date was opened
event-session-changed = A date was changed
event-meetings-changed = Meetings were moved, added or cancelled
event-session-called-off = A date was called off
event-decision-asked = The planners were asked whether a date goes on
event-session-goes-on = A date goes on
event-clash-accepted = A trainer was asked in spite of something else at that time
event-message-sent = A message was sent to participants
event-register-closed = The register of a meeting was closed
event-outcome-known = Settled what came of a place
event-walked-in = Came in without a place and was added
event-check-in-set = Checking in was opened or ended
event-attendance-marked = A trainer noted attendance
event-enrolled = Somebody got a place
event-queued = Somebody is on the waiting list
event-requested = Somebody takes part in a draw
event-drawn = A draw was held
event-lot-won = Somebody won a place in a draw
event-needs-stated = Somebody said what is needed to take part
event-cover-limited = It was chosen how many people may be away at once
event-interest-expressed = Somebody expressed interest or took it back
event-offered = Somebody was offered a place
event-offer-accepted = Somebody took an offered place
event-offer-declined = Somebody declined an offered place
event-offer-lapsed = An offered place lapsed
event-moved-up = Somebody moved up from the waiting list
event-skipped = Somebody was passed over on the waiting list
event-withdrawn = An enrolment ended
event-backup-made = A backup of all data was made
event-log-exported = The log was taken out as a file
event-person-seen = Somebody looked at the details of another person
event-needs-seen = A trainer read what participants need
event-access-reported = Everything about somebody was brought together
event-person-erased = Somebody was erased
event-log-shortened = Old lines of the log were thrown away

menu-audit = Log
audit-title = Log
audit-lead = { $count ->
    [0] Nothing found
    [one] { $count } event
   *[other] { $count } events
}
audit-kind = What happened
audit-all-kinds = Everything
audit-person = About whom
audit-actor = By whom
audit-handle = Email address or employee number
audit-from = From
audit-until = Up to and including
audit-find = Search the log
audit-nobody = We know nobody with this address or number. Check it, or look for the person under People.
audit-none = Nothing happened that fits this.
audit-show-all = Show the whole log
audit-column-at = When
audit-column-what = What
audit-column-actor = By whom
audit-column-person = About whom
audit-column-subject = About what
audit-column-data = Details
audit-by-somebody = Somebody who was not signed in
audit-by-token = key of the API
audit-by-operator = The operator of the machine
audit-by-house = Olievlek itself
audit-chain = Seals
audit-chain-lead = What is older than a minute is sealed. Whoever changes, removes or adds a line after that breaks the chain.
audit-chain-head = Newest seal: number { $number }, { $moment }.
audit-chain-none = Nothing has been sealed yet.
audit-chain-check = Check the whole chain
audit-chain-whole = Whole
audit-chain-broken = Broken
audit-chain-counts = { $links ->
    [one] The seal holds
   *[other] All { $links } seals hold
} with { $events ->
    [one] one event.
   *[other] { $events } events.
}
audit-chain-emptied = { $count ->
    [one] The events of one older seal were thrown away, because they had been kept long enough.
   *[other] The events of { $count } older seals were thrown away, because they had been kept long enough.
}
audit-chain-why-link-gone = Before seal { $number } a seal is missing.
audit-chain-why-removed = Something was removed at seal { $number }.
audit-chain-why-added = Something was added at seal { $number }.
audit-chain-why-changed = Something was changed at seal { $number }.
audit-chain-well-until = All is well up to { $moment }.
letters-kind-changed = Something changes
letters-kind-cancelled = A meeting is cancelled
letters-kind-missed = We missed you
letters-kind-called-off = The date is called off
letters-kind-go-or-not = Does this go on?
letters-kind-message = Message of the planner
letters-kind-requested = You take part in the draw
letters-kind-lot-won = Drawn
letters-kind-guest-invited = Invitation of a guest
letters-kind-lot-lost = Not drawn
letters-kind-date-planned = There is a date
texts-title = Texts of letters
texts-lead = Write what your colleagues read. What you do not change stays as Olievlek writes it.
texts-link = Change texts
texts-own = Text of your own
texts-ours = Text of Olievlek
texts-language-nl = Dutch
texts-language-en = English
texts-edit-title = Text of a letter
texts-part-subject = Subject
texts-part-lead = Opening
texts-part-action = Closing
texts-names = We fill in: { $names }. Leave that as it is.
texts-next = The text holds for letters that leave after this.
texts-keep = Save
texts-look = Look
texts-default = Back to the text of Olievlek
texts-preview = How it reads
texts-preview-lead = Filled in with the next date.
texts-default-title = Text of Olievlek
texts-said-kept = The text has been saved.
texts-said-ours = The letter has the text of Olievlek again.
problem-placeholder-missing = Put this in the text too: { $names }.
problem-placeholder-unknown = We cannot fill this in: { $names }. Remove it.
event-wording-changed = Texts of letters were changed
report-title = Everything we have of you
report-of = Everything we have of { $name }
report-lead = Everything that { $organisation } keeps about this person in Olievlek, on { $moment }.
report-file = Download everything as JSON
report-print = Or print this page.
report-link = Everything we have of you
report-link-of = Everything we have of this person
report-nothing = Nothing.
report-letters = The whole text of each mail is in the file.
report-needs = What this person needs is read by the person and by the trainers of that date only.
report-exports = Details of this person may be in these files.
held-person = Person
held-placements = Departments
held-roles = Roles
held-sign-ins = Browsers that were signed in
held-sign-in-links = Links to sign in
held-tokens = API tokens
held-password = Password
held-enrolments = Enrolments
held-needs = What is needed to take part
held-interests = Interests
held-invitations = Calendar entries
held-trainings = Dates as trainer
held-attendance = Attendance
held-guest = Invitations as a guest
held-letters = Mails
held-seen-by = Who looked at these details
held-exports = Files that were taken out
held-events-about = What happened
held-events-by = What this person did
held-events = Lines in the log
held-field-givenName = Given name
held-field-prefix = Prefix
held-field-surname = Surname
held-field-email = Email address
held-field-employeeNumber = Employee number
held-field-jobTitle = Job
held-field-agency = Agency
held-field-kind = Kind
held-field-employedFrom = Employed from
held-field-employedUntil = Employed until
held-field-language = Language
held-field-blockedAt = Blocked since
held-field-bouncedAt = Mail does not arrive since
held-field-createdAt = Made
held-field-erasedAt = Erased
held-field-department = Department
held-field-startsOn = From
held-field-endsOn = Up to and including
held-field-role = Role
held-field-source = Given by
held-field-grantedAt = Given
held-field-seenAt = Last used
held-field-expiresAt = Expires
held-field-endedAt = Ended
held-field-usedAt = Used
held-field-scopes = May
held-field-lastUsedAt = Last used
held-field-revokedAt = Taken back
held-field-changedAt = Changed
held-field-workshop = Workshop
held-field-startsAt = Starts
held-field-status = State
held-field-origin = Enrolled by
held-field-ending = How it ended
held-field-withdrawalReason = Reason for withdrawing
held-field-overrideReason = Why a rule was set aside
held-field-access = Access
held-field-diet = Food
held-field-sequence = Version
held-field-cancelledAt = Cancelled
held-field-invitedAt = Invited
held-field-meetingAt = Meeting
held-field-mark = Attendance
held-field-outcome = Outcome
held-code-walk-in = came in without a place
held-code-register = the trainer
held-code-check-in = yourself, by the code on the screen
held-field-reason = Reason
held-field-markedAt = Noted
held-field-replacedAt = Corrected
held-field-subject = Subject
held-field-address = To
held-field-sentAt = Sent
held-field-at = When
held-field-event = What
held-field-actor = By
held-code-staff = staff
held-code-external = from outside
held-code-import = the staff file
held-code-person = a person
held-code-operator = the operator of the machine
held-code-confirmed = has a place
held-code-offered = has an offer
held-code-waiting = waits
held-code-requested = takes part in the draw
held-code-withdrawn = ended
held-code-declined = declined
held-code-api = the API
held-code-in-time = withdrawn in time
held-code-late = withdrawn late
held-code-by-head = by the head
held-code-head = the head
held-code-by-staff = by the organisation
held-code-offer-declined = offer declined
held-code-offer-lapsed = offer lapsed
held-code-left-organisation = left the organisation
held-code-placed-elsewhere = placed elsewhere
held-code-session-called-off = date called off
held-code-swapped = swapped
erasure-title = Erase { $name }
erasure-link = Erase this person
erasure-lead = First look at what goes and what stays.
erasure-goes = This goes
erasure-goes-why = Name, address, number and job become “verwijderd persoon” (erased person). These details disappear, and so does every text by or about this person with an enrolment or in the log:
erasure-stays = This stays
erasure-stays-why = For figures on participation this stays, without who it was. The log keeps only numbers that point to nobody any more.
erasure-mind = Good to know
erasure-mind-number = We forget the employee number too. When that number stands in a staff file again, it becomes a new person. So make sure that it is out of the file.
erasure-mind-files = Staff files that were loaded can no longer be undone after this.
erasure-mind-backups = A backup holds the details until it expires. When you restore one, erase again.
erasure-certain = Yes, I want to erase { $name } for good
erasure-do = Erase for good
erasure-next = This cannot be undone. That you did it stands in the log.
erasure-done = The person is erased.
refusal-still-employed = This person still works here. Erasing is possible after the last working day.
refusal-has-future = This person still has a place or gives a workshop. Call that off first.
refusal-already-erased = This person is erased already.
privacy-retention = How long we keep everything
retention-title = How long data stays
retention-lead = This is how long each kind of data stays. After that Olievlek throws it away by itself.
retention-kind = What
retention-stays = How long
retention-ran = Last looked
retention-gone = Thrown away then
retention-total = Thrown away in all
retention-never = Not yet
retention-rest = Name, address, job and department stay as long as you work here, and then until the time above. Who took part in which workshop is counted after that without a name.
retention-kind-answers = Answers to a button that is pressed twice
retention-kind-links = Links and codes to sign in
retention-kind-uploads = Content of an uploaded file
retention-kind-undoing = What is needed to undo an import
retention-kind-needs = What you need to take part
retention-kind-letters = Copies of mails
retention-kind-leavers = Details of who no longer works here
retention-kind-events = Log of who did what
retention-after-answers = { $days ->
    [one] one day
   *[other] { $days } days
}
retention-after-links = { $days ->
    [one] one day after the link lapsed
   *[other] { $days } days after the link lapsed
}
retention-after-uploads = { $days ->
    [one] one day
   *[other] { $days } days
}
retention-after-undoing = { $days ->
    [one] one day after the file was applied
   *[other] { $days } days after the file was applied
}
retention-after-needs = { $days ->
    [one] one day after the workshop
   *[other] { $days } days after the workshop
}
retention-after-letters = { $days ->
    [one] one day
   *[other] { $days } days
}. A letter that has yet to be given stays until it is given, or until the date that it is about is over.
retention-after-leavers = { $days ->
    [730] two years after the last working day
    [one] one day after the last working day
   *[other] { $days } days after the last working day
}
retention-after-events = { $days ->
    [1095] three years
    [one] one day
   *[other] { $days } days
}
held-calendar-address = Secret address for the calendar
held-reminder = Reminders
held-field-choice = Choice
search-slash = The key / leads to searching from every page.
audit-details = Details
place-withdraw-draw = Do you not want to take part any more?
place-withdraw-draw-next = You then take no part in the draw. Until the draw you can ask again.
place-leave-draw = Take no part in the draw

## The team of a head
team-lead = Who has which place, and who is still waiting.
team-search = Name or employee number
team-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
team-by-hand = No mail address
team-no-places = No place yet
team-position = Number { $position } on the waiting list.
team-offer-until = Place free, can be taken until { $moment }
team-how = You enrol somebody on the page of a date.
team-all = Show everybody
team-nobody = We find nobody in your team with “{ $text }”.
team-empty = There is nobody in your team now.
team-enrol = Enrol somebody of my team
team-enrol-next = Whoever you enrol gets a mail at once. For somebody without a mail address you get the letter to pass on.
team-see = View
team-refused = { $name } is not enrolled.
team-said-confirmed = { $name } has a place. { $mail ->
    [no] Pass it on: { $name } has no mail address.
   *[yes] { $name } gets a mail.
}
team-said-waiting = { $name } is number { $position } on the waiting list. { $mail ->
    [no] Pass it on: { $name } has no mail address.
   *[yes] { $name } gets a mail.
}
team-said-requested = { $name } takes part in the draw. { $mail ->
    [no] Pass it on: { $name } has no mail address.
   *[yes] { $name } gets a mail.
}
team-said-withdrawn = { $name } is withdrawn.
team-said-accepted = The place is now { $name }’s.
team-said-declined = { $name } did not take the place. It goes to the next in line.
team-state = How it stands now
team-draw = The places are drawn on { $moment }.
team-accept = Take the place for this person
team-decline = Leave the place to somebody else
team-offer-agree = Agree on it with this person first.
team-withdraw = Withdraw { $name }
team-withdraw-next = { $name } is told. The first in line gets the place. You can still undo this afterwards.
team-reason-hint = Withdrawing without a reason is no longer possible. One sentence is enough. Planners can read your reason.

## Letters by hand, and printed codes
team-letters = Letters for my team
team-letters-lead = These letters are for people without a mail address. Print them, give them and tick them off.
team-letters-wait = { $count ->
    [one] 1 letter waits to be given.
   *[other] { $count } letters wait to be given.
}
team-letters-see = View the letters
team-letters-open = { $count ->
    [one] 1 letter to give
   *[other] { $count } letters to give
}
team-letters-print = Print this page with your browser: each letter comes on its own sheet.
team-letters-given = I have given this letter
team-letters-none = There is no letter to give. When somebody without a mail address gets a message, it stands here.
team-letters-done = Given
team-letters-kept = A letter stays as long as the copy of a mail.
team-letters-by = Given by { $name }, { $moment }
team-letters-back = Not given after all
team-letters-said-given = Noted: the letter was given.
team-letters-said-back = The letter is back in the list to give.
letters-on-paper = On paper, by the head
sign-in-code = Sign-in code
sign-in-code-title = Sign in with a code
sign-in-code-lead = No mail address? The head of your department gives you a card with a code.
sign-in-code-hint = Ten signs. Capitals and dashes make no difference.
sign-in-code-next = You stay signed in for two hours, or until you sign out. Sign out when you are done.
sign-in-code-link = No mail address? Sign in with a code
refusal-code-not-valid = The number or the code is not right, or the code is too old. Try again, or ask the head of your department for a new one.
refusal-code-not-for-them = A sign-in code is only for who has an employee number, and no mail address and no role.
code-title = Sign-in code for { $name }
code-lead = For who has no mail address, to sign in on a device that others use too.
code-link = Sign-in code
code-card = Sign in at { $organisation }
code-name = For
code-where = Go to
code-until = Works until
code-card-how = Keep this card safe. Lost it? Ask for a new one, and this one stops working. Sign out when you are done.
code-print = Print this page now: only the card comes on paper. You will not see the code again.
code-kept = There is a code
code-kept-by = Made by { $name } on { $moment }.
code-kept-since = Made on { $moment }.
code-kept-until = Works until { $moment }.
code-used = Last used on { $moment }.
code-unused = Not used yet.
code-make = Make a code
code-renew = Make a new code
code-make-next = You see the code once, on a card to print. It works for 30 days. Give the card to this person only.
code-renew-next = The old code then stops working, and whoever is signed in with it is signed out.
code-make-button = Make and print
code-renew-button = Make a new one and print
code-end = End the code
code-said-ended = The code no longer works.
code-said-not = No code was made.
shared-label = Shared device
shared-device = { $name }, you are signed in on a shared device until { $time }. Sign out when you are done.
event-letter-handed-over = A letter was given by hand, or was not after all
event-sign-in-code = A sign-in code was printed or ended
held-sign-in-code = Sign-in code
held-field-handedAt = Given by hand

## It ended without a place
letters-kind-declined = No place
letter-declined-subject = No place: { $workshop }
letter-declined-lead = { $ending ->
    [turned-down] You asked for a place at { $workshop }. We cannot give you one this time.
    [offer-lapsed] There was a place for you at { $workshop }, but we did not hear from you in time. The place goes to somebody else.
    [request-expired] You asked for a place at { $workshop }. Nobody decided about your request in time, so it has lapsed.
   *[other] No place came free for you at { $workshop }. The waiting list is closed.
}
letter-declined-reason = The reason: { $reason }
letter-declined-action = See whether there is another date. On the page of the workshop you can also say that you want to know when there is one.
place-mark-turned-down = Not given
place-state-turned-down = You did not get a place here
place-next-turned-down = The mail says why. Try another date.
desk-ending-turned-down = Request turned down
desk-ending-no-place = No place came free
held-code-turned-down = turned down
held-code-no-place = no place came free
desk-turn-down = Turn down
desk-turn-down-title = Turn down the request of { $name }
desk-turn-down-reason = Why is it not possible?
desk-turn-down-hint = For example: this time colleagues who need the workshop for their work go first.
desk-turn-down-next = { $name } gets a mail with this reason, and no longer stands in line.
desk-turned-down = The request of { $name } is turned down. { $name } gets a mail with the reason.

## Who sees what
menu-permissions = Who sees what
permissions-title = Who sees what
permissions-lead = For every part: who can look at it, who can change it, and which personal data it holds.
permissions-how = This page is made from the list by which Olievlek checks every request of a browser. So it is always right. Whoever is not named cannot get there. Print it for the works council, or send the file.
permissions-caption = Who may what: { $topic }
permissions-area = Part
permissions-topic = Subject
permissions-post = Who
permissions-look = Look
permissions-change = Change
permissions-what = What exactly
permissions-data = Personal data
permissions-no-data = There are no personal data of others here.
permissions-token = A program only gets in with a key. An administrator makes it, for a time and with a list of what the program may do. What somebody needs to take part is never given to a program.
permissions-visitor = Who is not signed in
permissions-guest = Guest from outside
permissions-employee = Employee
permissions-reach-nothing = Nothing
permissions-reach-own = Only what is your own
permissions-reach-invited = Only what you are invited to
permissions-reach-given = Only for dates that you give
permissions-reach-team = Only the own department and all below it
permissions-reach-everything = Everything
permissions-area-dialogue = Conversations and improvements
permissions-area-learning = Following workshops
permissions-area-desk = Organising workshops
permissions-area-people = People and departments
permissions-area-letters = Letters
permissions-area-house = Oversight and privacy
permissions-on-catalogue-title = Catalogue and search
permissions-on-catalogue = The workshops and their dates. Who comes from outside does not find the catalogue. A draft is seen by the programme manager and the administrator only. Who searches for people finds only whom they may see.
permissions-on-session-title = A date
permissions-on-session = When, where and with which trainer, and how many places there are. Not who takes part. The link of an online meeting is shown to who has a place.
permissions-on-place-title = My places
permissions-on-place = Your own enrolments: a place, a place in line, an offer. Nobody sees those of somebody else here.
permissions-on-place-data = What you are enrolled in, your place in line, and why you withdrew.
permissions-on-need-title = What you need to take part
permissions-on-need = Access and food. You write it yourself. Only the trainers of that one date read it. The programme manager, the administrator and your head do not. That a trainer read it stands in your report.
permissions-on-need-data = What you wrote about access and food.
permissions-on-calendar-title = My calendar
permissions-on-calendar = A secret address at which your own calendar reads your meetings, and when you want to be reminded.
permissions-on-calendar-data = That you have such an address. The address itself can be read nowhere.
permissions-on-feed-title = The secret calendar address
permissions-on-feed = Whoever knows the address reads the meetings of that one person. Without signing in, because a calendar program cannot. You can end the address yourself.
permissions-on-feed-data = Your meetings: title, time, place and link.
permissions-on-team-title = My team
permissions-on-team = A head sees which places the people of the own department have, and enrols or withdraws them. Not why somebody withdrew, and not what somebody needs.
permissions-on-team-data = Name, department, enrolments and place in line.
permissions-on-handover-title = Letters to hand over
permissions-on-handover = Who has no mail address gets a letter on paper from the head. So the head reads it. That stands in the report of that person.
permissions-on-handover-data = The text of the letter, and who gave it when.
permissions-on-list-title = List of dates
permissions-on-list = The dates with their numbers. A trainer sees the own dates. Only who runs the programme makes them.
permissions-on-participant-title = Participants of a date
permissions-on-participant = Who takes part, who waits and who withdrew, on screen, on paper and as a file. The trainer sees name and department, and what somebody needs. Who plans also sees number, mail address, the reason of a withdrawal and why a rule was set aside, but not what somebody needs. Every file that leaves the house stands in the log.
permissions-on-participant-data = Name, department, state of the enrolment. For trainers: what somebody needs. For who plans: number, mail address and reasons.
permissions-on-planning-title = Planning a date
permissions-on-planning = Times, room, trainers, costs, moving, copying and calling off.
permissions-on-bulk-title = Enrolling many people at once
permissions-on-bulk = Enrolling from a list of numbers or mail addresses.
permissions-on-bulk-data = Name and whether the enrolment worked.
permissions-on-guest-title = Guests
permissions-on-guest = Who from outside was invited to a date. The link in their letter is shown nowhere.
permissions-on-guest-data = Name, organisation and mail address.
permissions-on-message-title = Message to participants
permissions-on-message = A message to who takes part in a date or waits for it. Who gives the date sends it too, without seeing addresses.
permissions-on-message-data = The text, and to whom it went.
permissions-on-register-title = Attendance
permissions-on-register = Who was there, per meeting. The trainers of that date keep it.
permissions-on-register-data = Name, department, and: present, partly, absent or excused.
permissions-on-walk-in-title = Adding somebody without a place
permissions-on-walk-in = A trainer looks for who is in the room, only while the register is open. Trainers from outside must know the whole mail address or number.
permissions-on-walk-in-data = Name and department of who begins with those letters, at most ten at a time.
permissions-on-check-in-title = Checking in
permissions-on-check-in = Whoever scans the code on the trainer's screen checks in at a date where they have a place.
permissions-on-check-in-data = That you checked in, and when.
permissions-on-workshop-title = Writing the catalogue
permissions-on-workshop = Adding and changing workshops, and taking them out of the catalogue.
permissions-on-sign-in-title = Signing in and out
permissions-on-sign-in = A link by mail, a printed code, or one password for the administrator when mail is down. Links and codes can be read nowhere afterwards.
permissions-on-sign-in-data = When you signed in, and on which kind of device.
permissions-on-account-title = My account
permissions-on-account = What we know of you, your roles, and the browsers in which you are signed in.
permissions-on-account-data = Name, mail address, number, job, department, roles, language.
permissions-on-person-title = People
permissions-on-person = Who works here or comes from outside. A head sees the people of the own department. That somebody looked at your page stands in your report.
permissions-on-person-data = Name, mail address, number, job, department, first and last day, roles, and for who comes from outside the organisation.
permissions-on-code-title = Sign-in codes
permissions-on-code = A code on paper for who has no mail address. Only who prints it sees it, and only once.
permissions-on-code-data = Name, number, who made the code and when it was used.
permissions-on-role-title = Roles
permissions-on-role = Who has which role, from whom and since when. Giving and taking roles stands in the log.
permissions-on-role-data = Name, mail address, role, department.
permissions-on-department-title = Departments
permissions-on-department = The tree of departments, and how it changes. How many people work somewhere a head sees of the own departments only. How many may be away at a time is decided by the head of that department.
permissions-on-department-data = The names of heads.
permissions-on-import-title = Loading files
permissions-on-import = Staff, departments and workshops from a file, with a preview first and the way back.
permissions-on-import-data = What stands in the file: name, number, mail address, job, department, first and last day.
permissions-on-letter-title = Letters that were sent
permissions-on-letter = Which letter went to whom, and its text. Secret links are taken out. That somebody read a letter stands in the report of who got it.
permissions-on-letter-data = Mail address, subject and text.
permissions-on-wording-title = Texts of letters
permissions-on-wording = Changing the sentences of a letter. The preview uses no data of people.
permissions-on-report-title = Everything we have of you
permissions-on-report = All that is kept about you, and who saw it. As a file too.
permissions-on-report-data = Everything of yourself.
permissions-on-report-of-title = Everything we have of somebody
permissions-on-report-of = For who asks for it and cannot get there alone. What somebody needs to take part is not in it. That it was made stands in the report of that person.
permissions-on-report-of-data = Everything of one person, except what they need to take part.
permissions-on-erasure-title = Erasing
permissions-on-erasure = Forgetting somebody who no longer works here. First it says what goes and what stays.
permissions-on-erasure-data = Name, and how much there is of every kind.
permissions-on-audit-title = Log
permissions-on-audit = Who did what, and when. It is sealed: whoever changes something in it is found out.
permissions-on-audit-data = Who did something and whom it was about. No texts and no mail addresses.
permissions-on-permission-title = This page
permissions-on-permission = Who sees what. The programme manager and the administrator answer for it with this page.
permissions-on-plain-title = Explanations
permissions-on-plain = Privacy, how long data stays, accessibility, the description for programs, and where the source is.
permissions-on-home-title = Front page
permissions-on-home = What there is to do for you: your next place, your team, your dates.

## On paper
print-page = Page { $page } of { $pages }
print-when = When
print-place = Where
print-trainers = Trainer
print-sheet-document = Sign-in sheet { $workshop }, { $moment }
print-sheet-ask = Sign behind your name. Is your name missing? Write it at the bottom.
print-sheet-number = No.
print-sheet-name = Name
print-sheet-department = Department
print-sheet-sign = Signature
print-card-document = Name cards { $workshop }, { $moment }
print-card-none = Nobody has a place yet.
print-certificate-document = Certificate of attendance of { $name }, { $workshop }
print-certificate-title = Certificate of attendance
print-certificate-who = This certificate is for
print-certificate-what = who followed the workshop:
print-certificate-day = Date
print-certificate-days = Dates
print-certificate-length = Length
print-certificate-hours = { $hours ->
    [one] { $hours } hour
   *[other] { $hours } hours
}
print-certificate-issued = Issued on
print-certificate-serial = Number
print-certificate-square = Square code with the address { $address }
print-certificate-check = Open this address or scan the code to see whether this certificate is genuine.
desk-action-sheet = Sign-in sheet of { $moment } (PDF)
desk-action-cards = Name cards (PDF)
register-sheet = Sign-in sheet on paper (PDF)
error-no-print-title = Printing is not possible here
error-no-print-lead = This installation was built without printing. Ask the administrator. Everything is on the pages too.
error-print-busy-title = Printing takes too long
error-print-busy-lead = Much is being printed right now. Try again in a few seconds.
letter-certified-subject = Your certificate of attendance: { $workshop }
letter-certified-lead = You followed { $workshop }. Your certificate of attendance is ready.
letter-certified-action = Keep it or print it. It has a number, with which anybody can see that the certificate is genuine.
letter-certified-button = To your certificates
letters-kind-certified = Certificate of attendance
letter-certificate-revoked-subject = Your certificate was withdrawn: { $workshop }
letter-certificate-revoked-lead = Your certificate of attendance of { $workshop } was withdrawn. It counts no more. Whoever checks its number sees that too.
letter-certificate-revoked-action = With your certificates you read why. Is that wrong? Tell your trainer, or who plans the workshops.
letters-kind-certificate-revoked = Withdrawn certificate of attendance
letter-register-button = To the register
letter-register-open-subject = The register is still open: { $workshop }
letter-register-open-lead = The register of { $workshop } of { $start } is still open. See whether everybody is marked, and close it.
letter-register-open-action = Only then do participants get their certificate of attendance. We remind you once.
letters-kind-register-open = Register still open
letter-register-late-subject = Register open for five working days: { $workshop }
letter-register-late-lead = Nobody has closed the register of { $workshop } of { $start }. Its trainers were reminded before.
letter-register-late-action = Ask the trainer, or close the register yourself. As long as it is open, nobody gets a certificate of attendance.
letters-kind-register-late = Register open for days
event-certificate-issued = Somebody got a certificate of attendance
event-certificate-revoked = A certificate of attendance was withdrawn
held-certificates = Certificates of attendance
held-field-serial = Number
held-field-issuedAt = Issued
held-field-revokedReason = Why withdrawn
refusal-no-certificates = There is no certificate of attendance of this date yet. They come when the trainer closes the register.
retention-kind-deputies = Who stood in for a head
retention-after-deputies = { $days ->
    [one] 1 day after the last day
   *[other] { $days } days after the last day
}
retention-kind-bundles = Certificates of attendance that were printed together
retention-after-bundles = { $days ->
    [one] 1 day after somebody asked for them
   *[other] { $days } days after somebody asked for them
}

## Certificates of attendance
certificate-list-title = My certificates
certificate-list-lead = You get a certificate when you have followed a workshop. With its number anybody can see whether it is genuine.
certificate-count = { $count ->
    [one] 1 certificate of attendance
   *[other] { $count } certificates of attendance
}
certificate-none = You have no certificate of attendance yet. You get one when the trainer closes the register of your workshop.
certificate-none-do = To your places
certificate-issued = Issued on { $date }
certificate-revoked = Withdrawn on { $date }
certificate-revoked-because = Reason: { $reason }
certificate-serial = Number { $serial }
certificate-download = Certificate (PDF)
certificate-check = See what others see
certificate-from-places = My certificates of attendance
desk-action-certificates = Certificates of attendance
desk-certificates-title = Certificates of attendance
desk-certificates-none = There are no certificates yet. They come when the register is closed.
desk-certificates-all = All certificates together
desk-certificates-next = Olievlek prints them one after the other and makes one ZIP file of them. It stays for a day.
desk-certificates-make = Make the file
desk-certificates-again = Make it again
desk-certificates-asked = The file is being made.
desk-certificates-progress = { $done } of { $total } certificates are printed
desk-certificates-wait = This page refreshes itself.
desk-certificates-refresh = Refresh now
desk-certificates-ready = { $count ->
    [one] The file with 1 certificate is ready.
   *[other] The file with { $count } certificates is ready.
}
desk-certificates-until = You can fetch it until { $moment }.
desk-certificates-fetch = Fetch (ZIP)
desk-certificates-failed = Printing failed. Try once more. Does it go wrong again? Then report it to the administrator.
desk-certificates-stands = Printing stands still. Make the file again.
verify-title = Is this certificate genuine?
verify-lead = Type the number of a certificate of attendance of { $organisation }.
verify-serial = Number of the certificate
verify-serial-hint = For example { $example }. Capitals, spaces and dashes do not matter.
verify-do = Check
verify-genuine = This certificate is genuine
verify-genuine-lead = This certificate of attendance was issued by { $organisation }.
verify-revoked = This certificate was withdrawn
verify-revoked-lead = { $organisation } issued this certificate and withdrew it on { $date }. It is not valid any more.
verify-unknown = We do not know this certificate
verify-unknown-lead = There is no certificate with number { $serial }. See whether you typed it right. We do not keep certificates of people who left long ago.
verify-slip = This number is not right
verify-slip-lead = There is a slip in { $serial }. Type the number once more.
verify-name = Name
verify-workshop = Workshop
verify-day = Date
verify-days = Dates
verify-issued = Issued on
verify-number = Number
verify-privacy = Of a name this page shows the initials and the surname only. Compare them with the name on paper.
permissions-on-certificate-title = Certificates of attendance
permissions-on-certificate = Your own certificates. The trainer of the date and the planner can print them too.
permissions-on-certificate-data = Name, workshop, dates, trainers and number of the certificate.
permissions-on-verify-title = Checking a certificate
permissions-on-verify = Who has the number of a certificate sees whether it is genuine. Without a number there is nothing to find.
permissions-on-verify-data = Initials and surname, workshop and dates.
permissions-on-paper-title = Certificates of a date
permissions-on-paper = The certificates of everybody who followed a date, for who plans or gives it.
permissions-on-paper-data = Name, workshop, dates, trainers and number of every certificate.
desk-certificates-gone = This file is gone. Make it again.
verify-another = Check another certificate
## Requests for approval, deputies and held seats
approval-title = Requests
approval-lead = These people ask for a place, and you decide. A request takes no place yet.
approval-count = { $count ->
    [one] 1 request waits for your decision
   *[other] { $count } requests wait for your decision
}
approval-wait = { $count ->
    [one] 1 request waits for your decision.
   *[other] { $count } requests wait for your decision.
}
approval-see = Look and decide
approval-none = No request waits for your decision.
approval-only-mine = Show only what you decide
approval-show-all = Also show what heads have not decided yet
approval-asked-at = Asked on { $moment }
approval-until = Can be decided until { $moment }
approval-step-manager = The programme manager decides
approval-other = Also asked for: { $title }, { $moment }
approval-grant = Approve
approval-grant-next = If a place is free, your colleague gets it at once. If it is full, they join the waiting list, in order of when they asked. They get a mail.
approval-decline = Decline
approval-bulk = Decide about everything you tick
approval-reason = Why do you decline?
approval-reason-hint = Only needed when you decline. It stands in the mail to your colleague, and the administrator can read it.
approval-next = Everybody about whom you decide gets a mail. What cannot be done is skipped; you see why afterwards.
approval-grant-all = Approve what is ticked
approval-decline-all = Decline what is ticked
approval-told = This was decided
approval-result-confirmed = Has a place
approval-result-waiting = Is on the waiting list
approval-result-passed-on = Approved; now the programme manager decides
approval-result-declined = Declined
approval-said-confirmed = { $name } has a place and gets a mail.
approval-said-waiting = { $name } is on the waiting list and gets a mail.
approval-said-passed-on = You approved the request of { $name }. Now the programme manager decides.
approval-said-declined = The request of { $name } is declined. { $name } gets a mail.
approval-state-open = No decision yet
approval-state-granted = Approved
approval-state-declined = Declined
approval-state-expired = Not decided in time
approval-state-withdrawn = No longer needed
approval-decided-by = { $name } decided this on { $moment }.
approval-because = Reason: { $reason }
approval-rule = Approval
approval-rule-none = Not needed
approval-rule-head = Your head of department decides
approval-rule-head-then-manager = First your head of department decides, then the programme manager
desk-approval-hint = With approval, an enrolment is a request first. It takes no place yet. Whom a head or planner enrols is approved already. Drawing lots is not possible then.
desk-requests-asked = Wait for approval ({ $count })
desk-history-field-approval = Approval
session-ask = Ask for a place
session-to-ask = Go to the request
session-place-ask = You ask for a place
session-ask-head = Your head of department decides.
session-ask-head-then-manager = First your head of department decides, then the programme manager.
session-ask-next = No head, or are you one yourself? Then the programme manager decides. You get a mail with the decision.
session-ask-seat = A request takes no place yet. If it is full when it is decided, you join the waiting list, in order of when you asked.
place-badge-asked = Your request waits for a decision
place-mark-asked = Asked
place-mark-request-expired = Not decided in time
place-state-asked = Your request waits for a decision
place-state-request-expired = It was not decided in time
place-asked = It can be decided until { $moment }. You get a mail as soon as it is.
place-next-asked = You get a mail as soon as there is a decision.
place-next-request-expired = Nobody decided about your request in time. Choose another date and talk to your head of department.
place-said-asked = Your request is sent. You get a mail as soon as there is a decision.
place-withdraw-request = Changed your mind?
place-withdraw-request-next = You take your request back. As long as enrolment is open, you can ask again.
place-leave-request = Take my request back
team-said-asked = A place is asked for { $name }. Now the programme manager decides. { $mail ->
    [yes] { $name } gets a mail.
   *[no] { $name } has no mail address: will you tell them?
}
deputy-title = Deputies
deputy-lead = Away for a while? Then somebody else can decide about requests. A deputy sees only those requests, and nothing else of your team.
deputy-now = { $count ->
    [0] Nobody stands in for you now
    [one] One colleague stands in for you
   *[other] { $count } colleagues stand in for you
}
deputy-none = As long as you choose nobody, only you decide.
deputy-until = until { $day }, that day included
deputy-end = Stop now
deputy-new = Choose a deputy
deputy-person = Who?
deputy-person-hint = The mail address or personnel number of a colleague.
deputy-until-field = Until which day?
deputy-until-hint = On that day your deputy can still decide. After it, it stops by itself.
deputy-name = Make deputy
deputy-next = Your deputy gets a mail. You can go on deciding yourself. Who stands in for whom is kept in the log.
deputy-said-named = Your deputy can decide about requests from now on, and gets a mail.
deputy-said-ended = This colleague decides about requests no more.
hold-title = Hold places
hold-heading = Held places
hold-lead = Held places are for the people of one department. You give them names later. Places without a name come free by themselves.
hold-most = Heads together hold at most { $most } places of this date. Now it is { $held }.
hold-department = For which department or team?
hold-seats = How many places?
hold-days = How many days before the start do they come free?
hold-days-hint = 0 means: at the start.
hold-do = Hold places
hold-next = Two days before the places come free, you get a mail.
hold-none = No places are held for your people.
hold-line = { $department } holds { $count ->
    [one] 1 place
   *[other] { $count } places
}, until { $moment }.
hold-give-names = Give names
hold-names-title = Names for held places
hold-give = Give a place
hold-give-next = Your colleague has the place at once, and gets a mail. The usual rules hold. If the rules do not allow it, the place stays held.
hold-here = Takes part already
hold-over = These places came free, or all have a name.
hold-release-title = Not needed?
hold-release-next = The places are for everybody again. Whoever waits is offered one.
hold-release = Release the places
hold-said-held = The places are held. Give them names here.
hold-said-named = { $name } has a place.
hold-said-released = The places are free again.
refusal-already-decided = This request was decided already, or was taken back.
refusal-own-request = Somebody else decides about your own request.
refusal-people-wait = People wait for a place. Then you cannot hold places.
refusal-fewer-free = { $free ->
    [0] There are no free places to hold.
    [one] Only 1 place is free. Hold fewer.
   *[other] Only { $free } places are free. Hold fewer.
}
refusal-too-many-held = Heads together hold at most { $most } places of this date, and hold { $held } already. Ask the programme manager if you need more.
refusal-nothing-to-hold = There is nothing to hold here: the number of places has no limit, or the places are drawn by lot.
refusal-hold-over = These places came free, or all have a name.
refusal-not-of-department = These places are for people of { $name }.
refusal-manager-decides = For this workshop the programme manager decides too. Ask the programme manager for the place.
problem-draw-with-approval = The head of department decides about this workshop. Drawing lots is not possible then.
problem-approval-with-draw = A date of this workshop is still to be drawn. Switch approval on after the draw.
problem-choose-requests = Tick a request.
problem-hold-in-the-past = That moment has passed. Choose fewer days.
problem-deputy-unknown = We know nobody with this mail address or number.
problem-deputy-self = You cannot stand in for yourself.
problem-deputy-not-here = This person does not work here.
problem-deputy-too-long = Choose a day within a year.
letter-asked-subject = Your request is sent: { $workshop }
letter-asked-lead = You asked for a place in { $workshop }. Now your head of department or the programme manager decides.
letter-asked-action = It can be decided until { $moment }. You get a mail then. Can’t come after all? Take your request back.
letter-granted-subject = Approved, you have a place: { $workshop }
letter-granted-lead = Good news: your request for { $workshop } is approved. You have a place.
letter-approval-asked-subject = { $name } asks for a place: { $workshop }
letter-approval-asked-lead = { $name } would like to take part in { $workshop }. You decide.
letter-approval-asked-action = Decide before { $moment }. After that the request lapses. You open a page first; only the button there decides.
letter-approval-reminder-subject = No decision yet for { $name }: { $workshop }
letter-approval-reminder-lead = { $name } still waits for your decision about { $workshop }. We remind you once.
letter-approval-over-subject = The request of { $name } has lapsed: { $workshop }
letter-approval-over-lead = { $name } asked for a place in { $workshop }. Nobody decided in time, or the workshop does not take place. The request has lapsed.
letter-approval-over-action = { $name } was told too. Talk together about another date.
letter-deputy-named-subject = You stand in for { $name } for requests
letter-deputy-named-lead = Until { $day }, that day included, you decide about requests of the people of { $name }.
letter-deputy-named-action = You get a mail when somebody asks for a place. You see nothing else of the team.
letter-hold-ending-subject = Held places come free: { $workshop }
letter-hold-ending-lead = { $department } still holds { $count ->
    [one] 1 place
   *[other] { $count } places
} in { $workshop }. On { $moment } they come free by themselves.
letter-hold-ending-action = Do you want to use the places? Then give names.
letter-button-place = See your request
letter-button-request = See the request
letter-button-requests = See the requests
letter-button-names = Give names
letters-kind-asked = Your request is sent
letters-kind-granted = Approved, you have a place
letters-kind-approval-asked = Somebody asks for a place, you decide
letters-kind-approval-reminder = No decision yet about a request
letters-kind-approval-over = A request has lapsed
letters-kind-deputy-named = You stand in for a head
letters-kind-hold-ending = Held places come free
event-approval-asked = Somebody asks for a place about which another decides
event-approval-granted = A request was approved
event-deputy-named = A head chose a deputy
event-deputy-ended = A deputy stopped
event-seats-held = Places were held
event-seat-named = A held place got a name
event-seats-released = Held places came free
desk-ending-request-expired = Not decided in time
held-approvals = Decisions about your requests
held-decisions = Decisions that this person took about requests
held-deputies = Standing in for or by this person
held-holds = Places that this person held
held-field-step = Who decides
held-field-state = Decision
held-field-askedAt = Asked on
held-field-decidedAt = Decided on
held-field-until = Until, that day included
held-field-standsIn = Part
held-field-seats = Places without a name
held-field-heldAt = Held on
held-code-manager = programme manager
held-code-open = no decision yet
held-code-granted = approved
held-code-expired = not decided in time
held-code-deputy = is deputy
held-code-is-replaced = is stood in for
held-code-request-expired = not decided in time
permissions-reach-stands-in = Only the requests about which somebody decides as a deputy
permissions-on-approval-title = Requests
permissions-on-approval = For some workshops the head decides, or after that the programme manager too. A deputy decides as well until a day that the head chooses, and sees nothing else of the team.
permissions-on-approval-data = Name, department, what somebody asks and when, other requests, the decision, who took it, and the reason of a no.
permissions-on-deputy-title = Deputies
permissions-on-deputy = A head chooses who decides about requests until a day. That is kept in the log.
permissions-on-deputy-data = Who stands in for whom, and until which day.
permissions-on-hold-title = Held places
permissions-on-hold = A head holds places for the own department, and gives them names. Planners see all held places.
permissions-on-hold-data = Who held places, for which department, and who got one.
api-grant-request = Approve a request
api-decline-request = Decline a request
api-hold-seats = Hold seats for a department
api-release-seats = Release held seats
## Targeted trainings

menu-team-assignments = Trainings of my team
menu-assignments = Targeted trainings
extensions-title = Asked for more time
extensions-lead = These people do not make the day and ask for more time. You decide.
extensions-count = { $count ->
    [one] 1 person asks for more time
   *[other] { $count } people ask for more time
}
extensions-wait = { $count ->
    [one] 1 person asks for more time for a training.
   *[other] { $count } people ask for more time for a training.
}
extensions-see = See and decide
extensions-place = Has chosen a date: { $moment }
extensions-next = Everybody about whom you decide is told.
extensions-none = Nobody asks for more time.
menu-waiting = waiting for you
duties-title = What you have to follow
duties-lead = These workshops belong to your work. Choose a date in time.
duties-all = Everything you have to follow
duties-none = There is nothing you have to follow now. Would you like to learn something? Choose a workshop.
duties-closed = Finished
duty-state-assigned = No date planned yet
duty-state-no-date = No date chosen yet
duty-state-enrolled = Date chosen
duty-state-attended = Attended
duty-state-done = Done
duty-state-overdue = Too late
duty-state-exempt = Exempt
duty-due = By { $date }
duty-done-on = Done on { $date }
duty-no-dates = There is no date yet that you can choose. As soon as there is one, you can choose it here.
duty-exempt-because = Exempt: { $reason }
duty-asks = asks for more time
duty-more-title = Can you not make it in time?
duty-more-until = Until when do you need?
duty-more-reason = Why does it not work out earlier?
duty-more-next = Your head reads this and decides. You will be told.
duty-more-ask = Ask for more time
duty-more-asked = You asked for more time, until { $date }. Your head has yet to decide.
duty-more-declined = You asked for more time and did not get it. The day stays as it was.
duty-asked = Your wish was sent. Your head decides, and you will be told.
duty-wish = Asks for more time, until { $date }
duty-wish-own = Somebody else decides about a wish of your own.
duty-wish-next = { $name } is told what you decide.
duty-grant = Give more time
duty-decline = Give no extra time
duty-answered = Your answer was sent.
duty-exempt-title = Is it not needed?
duty-exempt-reason = Why is it not needed?
duty-exempt-hint = For example: gives the workshop. This person reads it too.
duty-exempt = Exempt
duty-again = Has to follow it after all
duty-exempted = It is not needed any more.
duty-not-exempted = It has to be followed again.
assignments-title = Targeted trainings
assignments-lead = What a group has to follow, how far it is, and whether there are places enough.
assignments-count = { $count ->
    [one] 1 training
   *[other] { $count } trainings
}
assignments-asked = { $count ->
    [one] 1 person asks for more time.
   *[other] { $count } people ask for more time.
}
assignments-none = Nothing has been assigned yet. Assign a workshop to a group.
assignments-by-team = By team
assignments-team = Team
assignments-all = Everybody
assignment-new = Assign a workshop
assignment-new-title = Assign a workshop
assignment-new-lead = Choose what has to be followed, by whom and before when. You first see what that means.
assignment-track-named = Track: { $title }
assignment-subject = What has to be followed?
assignment-subject-empty = Choose a workshop or a track
assignment-who = For which departments or job profiles?
assignment-who-hint = Names of departments or job profiles, separated by commas. A department comes with all below it.
assignment-people = And for whom else?
assignment-people-hint = Mail addresses or personnel numbers, one a line.
assignment-due = By
assignment-due-hint = The same day for everybody.
assignment-days = Or: days after the start
assignment-days-hint = So many days after somebody joins the group. Who is there already counts from today.
assignment-reason = Why?
assignment-reason-hint = This stands in the mail and on the page of everybody who has to follow it.
assignment-repeat = Again after … years
assignment-repeat-hint = Empty: once is enough.
assignment-next = Everybody who has not followed it yet gets a mail with the reason and the day. Who joins the group later gets one too.
assignment-show = See what this means
assignment-make = Assign to { $count ->
    [one] 1 person
   *[other] { $count } people
}
assignment-made = Assigned. Everybody who has to follow it gets a mail.
assignment-preview = What this means
assignment-preview-people = It is about { $count ->
    [0] nobody. Choose another group.
    [one] 1 person.
   *[other] { $count } people.
}
assignment-preview-step = { $workshop }: { $done } have followed it already, { $placed } have a place.
assignment-short = { $workshop }: { $people } people have no place yet and { $seats } places are free. { $shortage } places are short.
assignment-enough = { $workshop }: { $people } people have no place yet and { $seats } places are free.
assignment-enough-no-limit = { $workshop }: { $people } people have no place yet. There is room for everybody.
assignment-plan = Plan a date for this group
assignment-plan-by = The programme manager sees this too, and plans a date.
assignment-due-on = By { $date }
assignment-due-days = Within { $days } days of the start
assignment-progress = { $done } of { $total } done
assignment-repeats = Again after { $years } years.
assignment-filter = Show only
assignment-people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
assignment-nobody = There is nobody in this list.
assignment-enrol = Enrol people
assignment-session = For which date?
assignment-session-empty = Choose a date
assignment-date-free = { $free ->
    [0] waiting list
    [one] 1 place left
   *[other] { $free } places left
}
assignment-enrol-next = Whoever you tick above gets a place or joins the waiting list, and gets a mail about it.
assignment-enrol-button = Enrol these people
assignment-enrolled = { $count ->
    [one] 1 person was enrolled.
   *[other] { $count } people were enrolled.
}
assignment-enrolled-some = Not everybody was enrolled. It worked for { $count }.
assignment-skipped = Not enrolled
assignment-choose-date = Choose a date.
assignment-choose-people = First tick whom you want to enrol.
assignment-manage = Later, or end
assignment-later = A later day
assignment-later-next = The day can only become later. Who had a later day already keeps it.
assignment-changed = The change was saved.
assignment-end-next = Ending: nobody has to follow it any more. What was done is kept.
assignment-end = End this training
assignment-ended = The training has ended. Nobody has to follow it any more.
assignment-column-due = By
assignment-column-date = Date
desk-targeted-first = Who has to follow this goes first on the waiting list
desk-targeted-first-hint = People to whom the workshop was assigned then wait before those who chose it themselves.
tracks-title = Tracks
tracks-lead = Several workshops in an order, assigned at once.
tracks-count = { $count ->
    [one] 1 track
   *[other] { $count } tracks
}
tracks-none = There is no track yet. Make one of workshops that belong together.
track-new = Make a track
track-new-title = Make a track
track-edit-title = Change a track
track-title = Name
track-summary = What is it about?
track-steps = Workshops, in order
track-step = Workshop { $n }
track-step-empty = None
track-next-new = Afterwards you can assign the track to a group.
track-next = Who follows this track already goes along: a new workshop is added, one that is gone is not needed any more.
track-saved = The track was saved.
track-retired = No longer in use
track-workshops = { $count ->
    [one] 1 workshop
   *[other] { $count } workshops
}
track-retire = Take out of use
track-retire-next = Out of use: the track can no longer be assigned. Who is busy with it goes on.
track-back = Use again
track-back-next = The track can then be assigned again.
problem-only-later = Choose a later day than now. The day can only become later.
problem-day-or-days = Fill in a day or a number of days, not both.
problem-not-of-your-team = Some of these people are not yours. Choose only your own departments and people.
problem-people-unknown = We do not know these people: { $parts }.
problem-workshop-twice = The same workshop stands in it twice. Take one out.
letter-duty-reason = Why: { $reason }
letter-assigned-subject = You have to follow this: { $title }
letter-assigned-lead = { $title } belongs to your work. Follow it by { $due }.
letter-assigned-action = Choose a date that suits you. If you cannot make it in time, you can ask for more time on the same page.
letter-no-date-subject = Please choose a date: { $title }
letter-no-date-lead = You have not chosen a date for { $title } yet. Follow it by { $due }.
letter-no-date-action = Choose a date that suits you. If you cannot make it in time, you can ask for more time on the same page.
letter-overdue-subject = Too late with a training: { $n }
letter-overdue-lead = { $n ->
    [one] Somebody of your team is too late with a training that belongs to the work.
   *[other] In your team a training was not followed in time { $n } times.
}
letter-overdue-line = { $name }: { $workshop }, by { $due }
letter-overdue-action = You can enrol somebody, give more time or say that it is not needed.
letter-button-assignments = See your team
letter-button-duties = See what you have to follow
letter-more-time-subject = Your wish for more time: { $title }
letter-more-time-lead = { $answer ->
    [granted] You get more time for { $title }. Follow it by { $due }.
   *[declined] You get no extra time for { $title }. Follow it by { $due }.
}
letter-more-time-action = Questions? Go to your head.
event-track-made = A track was made
event-track-changed = A track was changed
event-assignment-made = A training was assigned to a group
event-assignment-changed = An assigned training was changed
event-assignment-ended = An assigned training was ended
event-assignment-filled = A training was brought up to date with who joined or left the group
event-duty-exempted = Somebody was exempted from a training, or has to follow it after all
event-more-time-asked = Somebody asked for more time for a training
event-more-time-answered = A wish for more time was answered
held-duties = What has to be followed
held-field-dueOn = By
held-field-doneOn = Done on
held-field-since = Since
held-field-exemptReason = Why it is not needed
held-field-exemptedAt = Exempt since
held-field-askedUntil = Asked for time until
held-field-askedReason = Why more time
held-field-answer = Answer
held-code-left-group = no longer in the group
held-code-assignment-ended = training ended
held-code-renewed = begun anew
permissions-on-duty-title = What you have to follow
permissions-on-duty = Everybody sees what has to be followed for their own work, and can ask for more time.
permissions-on-duty-data = Workshop, last day, reason, and what was said about more time.
permissions-on-assignment-title = Trainings of the team
permissions-on-assignment = A head assigns workshops to the own people, sees how far they are, and decides about more time.
permissions-on-assignment-data = Name, department, workshop, how far somebody is, and why something is not needed or may be later.
permissions-on-assignments-title = Targeted trainings
permissions-on-assignments = The programme manager assigns workshops to everybody, and sees where places are short.
permissions-on-assignments-data = Name, department, workshop, how far somebody is, and why something is not needed or may be later.
permissions-on-track-title = Tracks
permissions-on-track = Making and changing tracks, and taking them out of use.
api-list-assignments = What groups have to follow, the newest first
api-assign = Assign a workshop or a track to a group
api-show-assignment = One assignment
api-show-progress = How far a group is: how many in each state, places short, and who stands where
letters-kind-assigned = You have to follow this
letters-kind-no-date = Please choose a date
letters-kind-overdue = Too late with a training
letters-kind-more-time = Answer to a wish for more time

evaluation-title = What did you think of { $workshop }?
evaluation-title-later = What do you do with { $workshop }?
evaluation-lead-after-closing = Four short questions. They take a minute.
evaluation-lead-after-twelve-weeks = Two short questions, twelve weeks later. They take a minute.
evaluation-anonymous = Your answer is anonymous
evaluation-anonymous-short = We do not keep who answered what. Figures are shown from { $fewest } answers on, to trainers of this workshop and whoever runs the programme. Your head sees nothing.
evaluation-anonymous-more = How we do that, and who sees what
evaluation-anonymous-how = We keep your answer without your name, without the date of the workshop and without a time. You do not sign in.
evaluation-anonymous-when = Answers are shown only when there are at least { $fewest }. New answers are added { $fewest } or more at a time.
evaluation-anonymous-who = Trainers of the workshop and the people who run the programme see the figures. What you write is seen by the trainers and the programme manager only, in random order and only from { $fewest } remarks. Your head sees nothing.
evaluation-useful = Useful in my work
evaluation-clear = Clearly explained
evaluation-recommend = I recommend it to a colleague
evaluation-low = not at all
evaluation-high = very much
evaluation-remark-after-closing = What could be better?
evaluation-remark-after-twelve-weeks = Would you like to tell something about it?
evaluation-remark-hint = At most { $most } characters. Name nobody, not even yourself.
evaluation-left = # characters left.
evaluation-too-many = # characters too many.
evaluation-applied = In the last two weeks, did you apply what you learned?
evaluation-helped = What helped?
evaluation-hindered = What was in the way?
evaluation-several = You may choose more than one.
evaluation-option-yes = Yes
evaluation-option-no = No
evaluation-option-no-occasion = There was no work to apply it to
evaluation-option-helped-practice = I could practise
evaluation-option-helped-time = I was given time for it
evaluation-option-helped-head = My head supported me
evaluation-option-helped-colleagues = Colleagues joined in
evaluation-option-hindered-time = No time
evaluation-option-hindered-rules = Rules or systems
evaluation-option-hindered-support = No support
evaluation-option-hindered-forgotten = I did not remember it well
evaluation-send = Send my answer
evaluation-next = You can answer once, up to and including { $date }. You cannot change your answer afterwards: we do not know which one is yours.
evaluation-answered = Thank you, your answer is in
evaluation-answered-lead = You answered about { $workshop }. You cannot answer a second time.
evaluation-answered-when = Your answer counts as soon as there are at least { $fewest } new ones. The results do not show that it is yours.
evaluation-over = It is too late to answer
evaluation-over-lead = The questions about { $workshop } are closed.
evaluation-unknown = We do not know this link
evaluation-unknown-lead = Perhaps the link was not copied whole, or it belongs to questions that closed long ago. See whether the whole link of your mail stands in the address bar.
evaluation-to-home = To the home page
evaluation-until = You can answer up to and including { $date }.
evaluation-home = { $count ->
    [one] What did you think of it?
   *[other] What did you think of these workshops?
}
evaluation-home-lead = Your answer is anonymous and takes a minute.
evaluation-home-after-closing = Four short questions.
evaluation-home-after-twelve-weeks = Two questions about what you do with it.
evaluation-home-results = New: what participants thought
evaluation-home-fresh = Updated on { $date }.
evaluation-see = What participants thought
evaluation-file = Evaluation
evaluation-results = What participants thought of { $workshop }
evaluation-results-lead = Of all dates together. You see answers only when there are at least { $fewest }, and never whose they are.
evaluation-results-small = With fewer than 20 answers it says “less than 10%” instead of nobody, and “more than 90%” instead of everybody. So it stays hidden who answered what. A difference of a few answers may be chance.
evaluation-kind-after-closing = Right afterwards
evaluation-kind-after-twelve-weeks = After twelve weeks
evaluation-nobody-after-closing = Nobody was asked yet. That happens when the trainer closes the last register of a date.
evaluation-nobody-after-twelve-weeks = Nobody was asked yet. That happens twelve weeks after the last meeting.
evaluation-invited = Invited
evaluation-answered-count = Answered
evaluation-shown = Shown here
evaluation-missing = { $count ->
    [one] 1 more answer is needed before there is something to see. This is how it stood last night.
   *[other] { $count } more answers are needed before there is something to see. This is how it stood last night.
}
evaluation-rest = The other answers are added as soon as there are at least { $fewest } of them at once.
evaluation-good-useful = Gave a 4 or 5
evaluation-good-clear = Gave a 4 or 5
evaluation-good-recommend = Gave a 4 or 5
evaluation-good-applied = Applied it, of those who answered
evaluation-band = Those who did not answer do not count here. Of everybody who was asked it lies between { $low } (if none of them applied it) and { $high } (if all of them did).
evaluation-column-when = When
evaluation-column-question = Question
evaluation-column-answer = Answer
evaluation-column-share = Share
evaluation-share-percent = { $percent }%
evaluation-share-few = less than 10%
evaluation-share-most = more than 90%
evaluation-remarks-lead = In random order. Do not try to guess whose a remark is.
evaluation-remarks-none = You see remarks from { $fewest } on, and only as a trainer of the workshop or as programme manager.
letter-evaluation-subject = What did you think of { $workshop }?
letter-evaluation-lead = You followed { $workshop }. We would like to know what you thought of it. There are four short questions and your answer is anonymous.
letter-evaluation-action = You can answer once, up to and including { $date }. Do not forward this link: whoever has it answers in your place. You need not sign in.
letter-evaluation-button = To the questions
letter-evaluation-later-subject = What do you do with { $workshop }?
letter-evaluation-later-lead = Twelve weeks ago you completed { $workshop }. Do you apply it in your work? There are two short questions and your answer is anonymous.
letter-evaluation-reminder-subject = A reminder: { $workshop }
letter-evaluation-reminder-lead = We have not heard yet what you think of { $workshop }. Your answer is anonymous and takes a minute. This is the only reminder. We do not keep that we sent you this mail.
letters-kind-evaluation = What did you think of it?
letters-kind-evaluation-later = What do you do with it?
letters-kind-evaluation-reminder = A reminder: what did you think of it?
event-evaluation-opened = Participants got questions about a workshop
held-evaluations = Questions about workshops
held-field-asked = Asked
held-field-answered = Answered
held-code-answered = yes, what is not known
held-code-not-answered = not yet
retention-kind-evaluations = Answers about workshops, of nobody known
retention-after-evaluations = { $days ->
    [one] 1 day after they were first shown
   *[other] { $days } days after they were first shown
}
permissions-on-evaluation-title = Answers about a workshop
permissions-on-evaluation = Whoever got a link answers once, without signing in. Nobody sees whose an answer is.
permissions-on-evaluation-data = Who got the questions, as long as one can answer; afterwards only how many. Answers stand apart from people.
permissions-on-evaluations-title = What participants thought
permissions-on-evaluations = Figures from five answers on, for trainers of the workshop and whoever runs the programme. Remarks for those trainers and the programme manager only.
permissions-on-evaluations-data = Numbers and remarks, without names.
api-show-evaluation = What participants thought of a workshop, from five answers on
menu-evaluations = Evaluations
evaluations-lead = What participants thought of workshops, from { $fewest } answers on. Click a workshop for all answers.
evaluations-none = Nobody was asked yet. That happens when the last register of a date closes.
evaluations-applied = Applied after 12 weeks
evaluations-useful = Useful (4 or 5)
evaluations-too-few = too few answers
## The department and the programme on one screen
menu-team-overview = My department
menu-programme = Overview
overview-title = My department
overview-lead = How your people are doing, what waits for you, and who is away when.
overview-overdue = People too late
overview-soon = Have to be ready within 30 days
overview-no-date = No date chosen yet
overview-requests = Requests
overview-quiet = Nothing waits for you. Nobody has a training that has to be ready soon.
overview-hurry = Who has to be ready first
overview-due = At the latest { $date }
overview-place = Place on { $moment }
overview-all-duties = See all trainings of your team
overview-duties = To follow
overview-short = Places short
overview-short-line = { $people ->
    [one] 1 person has no place yet,
   *[other] { $people } people have no place yet,
} { $seats ->
    [0] and none is free.
    [one] and 1 is free.
   *[other] and { $seats } are free.
}
overview-short-count = { $count ->
    [one] 1 place short
   *[other] { $count } places short
}
overview-plan = Plan a date
overview-held = Held places without a name
overview-away = Who is away
overview-away-lead = In the coming four weeks, at a workshop or training.
overview-away-time = { $from } to { $until }
overview-away-others = { $count ->
    [one] and 1 more colleague
   *[other] and { $count } more colleagues
}
overview-away-full = { $team }: { $away ->
    [one] 1 colleague away at the same time.
   *[other] { $away } colleagues away at the same time.
} More than { $limit } is not allowed.
overview-away-more = More people are away than fit here. You see the days up to { $date }.
programme-title = Overview of the programme
programme-lead = What needs a look: dates with too few or too many people, shortages, and departments that are behind.
programme-quiet = All is well. No date has too few people or a waiting list, and no department is too late.
programme-few = { $count ->
    [one] 1 date with too few people
   *[other] { $count } dates with too few people
}
programme-people = { $people ->
    [0] Nobody
    [one] 1 participant
   *[other] { $people } participants
}, at least { $minimum } needed.
programme-decide-by = Decide on { $moment }.
programme-decide = Decide now
programme-queue = { $count ->
    [one] 1 date with a waiting list
   *[other] { $count } dates with a waiting list
}
programme-waiting = { $count ->
    [one] 1 waits
   *[other] { $count } wait
}
programme-capacity = { $capacity } places
programme-all = See all dates
programme-behind = Too late by department
programme-department = Department
programme-open = Still to follow
programme-behind-how = Teams count with their department. Who works in two departments counts in both.
programme-more = { $count ->
    [one] 1 more department is in the file.
   *[other] { $count } more departments are in the file.
}
cost-title = Costs by cost centre
cost-lead = What the workshops cost that ended in this period.
cost-caption = From { $from } to { $until }
cost-total = Costs
cost-no-show = Of which no-shows
cost-late = Of which late cancellations
cost-sum = Together
cost-nowhere = No cost centre
cost-programme = The programme (empty places)
cost-hidden = not shown
cost-how = The cost of a date is shared over its places. Each place is for the cost centre of the department where the participant worked then. The programme pays empty places. A late cancellation costs a place when nobody else took it.
cost-small = With fewer than 20 people we do not show what no-shows and late cancellations cost. Nor does that count under Together.
cost-none = There are no dates with costs in this period.
cost-without = { $count ->
    [one] Of 1 date in this period the costs are not known.
   *[other] Of { $count } dates in this period the costs are not known.
}
turnout-title = No-shows by department
turnout-lead = How often people of a department did not come or cancelled too late. Never of one person.
turnout-period = Period
turnout-quarter = Quarter { $quarter } of { $year }
turnout-caption = By department
turnout-places = Places
turnout-no-shows = No-shows
turnout-no-show-share = No-shows, share
turnout-late = Late cancellations
turnout-late-share = Late cancellations, share
turnout-share = { $count } ({ $share } %)
turnout-band-0-25 = 0 to 25 %
turnout-band-25-50 = 25 to 50 %
turnout-band-50-75 = 50 to 75 %
turnout-band-75-100 = 75 to 100 %
turnout-too-few = Too few people to show
turnout-total = Departments with numbers, together
turnout-none = Nothing is known of this period yet.
turnout-how = Departments with fewer than 20 people show no numbers, but the quarter in which the share lies. When fewer than 5 people had a place, we show nothing. The total counts only departments with numbers. Teams count with their department.
permissions-on-team-overview-title = My department
permissions-on-team-overview = A head sees of the own people who has to follow something, what waits for a decision, and who is away when.
permissions-on-team-overview-data = Name, department, workshop, last day, and when somebody has a place.
permissions-on-programme-title = Overview of the programme
permissions-on-programme = Who runs the programme sees numbers by date and by department, and what it costs each cost centre. Small departments show a quarter or nothing.
overview-ask = Ask for a date
overview-asked = You asked for a date.
date-wish-title = Ask for a date
date-wish-one = Wish: { $workshop }
date-wish-department = For which department?
date-wish-people = For how many people?
date-wish-from = From
date-wish-until = Until and including
date-wish-note = What else should the programme manager know?
date-wish-do = Ask for a date
date-wish-next = The programme manager sees your wish. You see the answer with your department.
date-wish-said = The programme manager sees your wish.
date-wish-answered = The wish is answered. The head sees the answer.
date-wish-period = When
date-wish-between = From { $from } until { $until }
date-wish-asked-at = Asked on
date-wish-reply = Answer
date-wish-plan-first = Is there no fitting date yet? Plan it first, and then choose it here.
date-wish-date = Which date?
date-wish-choose = Choose a date
date-wish-answer-next = The head sees the answer with the department.
date-wish-line = { $department }: { $people ->
    [one] 1 person,
   *[other] { $people } people,
} from { $from } until { $until }
date-wish-mine = Dates you asked for
date-wish-planned = A date was planned
date-wish-replied = Answer: { $reply }
date-wish-waits = There is no answer yet.
date-wish-open = Heads ask for a date
problem-date-asked-already = For this department and this workshop a wish waits for an answer already.
problem-until-before-from = Choose a day after the first.
event-date-asked = A head asked for a date
event-date-answered = A wish for a date was answered
held-date-wishes = Dates this person asked for
permissions-on-date-wish-title = Asking for a date
permissions-on-date-wish = A head asks for a date for the own department. The programme manager sees the wish and answers.
permissions-on-date-wish-data = Who asked, for which department and workshop, for how many people, and a note.
date-wish-workshop = Which workshop?
date-wish-answer = Give the answer
date-wish-reply-hint = Only needed when you choose no date.

## Votes in the room, core values in own words, second coders
core-value-verbinding-meaning = We reach out to each other, inside and outside, and see the question behind the question.
core-value-verbinding-behaviours =
    I answer the phone, also when a colleague calls.
    I call back when I promised to.
    I know what the counter, the post room and the back office need from me.
    I keep asking until I know what somebody really wants.
core-value-vakmanschap-meaning = We know our trade, finish what we begin and explain clearly what is possible and what is not.
core-value-vakmanschap-behaviours =
    Touch it, finish it: what I pick up I finish, or hand over in person.
    I say when somebody hears from me, and keep to it.
    I write so that somebody understands it at once.
    I ask for help when I do not know.
core-value-vertrouwen-meaning = We assume good intentions and give each other room to decide.
core-value-vertrouwen-behaviours =
    I give trust and responsibility.
    I say honestly what I see, also when that is hard.
    I keep my promises, and say so in time when I cannot.
    I talk with colleagues, not about them.
core-value-vernieuwing-meaning = We learn from what goes wrong and try what could be better, also when it is small.
core-value-vernieuwing-behaviours =
    I solve today what can be solved today.
    I try something new and tell what came of it.
    I ask customers what they thought of it.
    I stop doing what no longer helps anybody.
core-values-title = Our core values
core-values-lead = What we stand for, and what you do then.
core-values-behaviours = What you do then
core-values-write = Change the texts
core-values-desk-title = Core values in our own words
core-values-desk-lead = What do you call each value, what does it mean, and what does one do then? These words stand everywhere in Olievlek.
core-values-caption = { $count } core values
core-values-value = Core value
core-values-languages = Texts
core-values-language-nl = Dutch
core-values-language-en = English
core-values-own = own text
core-values-edit-title = { $language ->
    [nl] Text in Dutch
   *[other] Text in English
}
core-values-name = Name
core-values-name-hint = Short: it stands on cards and buttons.
core-values-meaning = What does this value mean?
core-values-meaning-hint = One sentence. Whoever votes on a phone reads it.
core-values-behaviours-hint = One behaviour a line, beginning with “I”.
core-values-keep = Keep the texts
core-values-next = Everybody sees them at once, in workshops, conversations and votes.
core-values-back = Back to the text of Olievlek
core-values-said-kept = The texts were kept.
core-values-said-ours = The texts of Olievlek are back.
ballot-home = Your vote is still open.
ballot-home-at = Your vote ({ $place }) is still open.
ballot-home-see = Go to the vote
ballot-title = Vote on the core values
ballot-lead = Everybody in the room gives each core value a score from 1 to 5, on their own phone. Then you see together where you agree and where not.
ballot-promise-anonymous = Nobody knows who voted what: there is no signing in, and no name, time or address is kept.
ballot-promise-sealed = Until you close the vote nobody sees a score. Not even you.
ballot-promise-few = If fewer than { $fewest } people vote, nothing of it is kept.
ballot-promise-head = Heads do not see the result. The team does.
ballot-open = Open the vote
ballot-opened-said = The vote is open. Show the code.
ballot-by-hand = Did you vote on paper? Fill in the numbers
ballot-by-hand-lead = Fill in for each core value how often each score was given. Every value has as many votes. Fewer than { $fewest } votes are not kept.
ballot-by-hand-hint = Below each score: how many people gave it?
ballot-by-hand-label = : number of votes for { $value }
ballot-by-hand-do = Keep the result
ballot-by-hand-next = The result shows at once and does not change afterwards.
ballot-filled-said = The result of the vote on paper was filled in.
ballot-picture = QR code of the vote
ballot-how = Scan the code with the camera of your phone and give four scores. There is no need to sign in.
ballot-typed = Scanning does not work? Type this address:
ballot-look-again = Look again
ballot-count = { $votes ->
    [one] vote
   *[other] votes
}
ballot-of = of { $participants ->
    [one] 1 participant
   *[other] { $participants } participants
}
ballot-many = There are more votes ({ $votes }) than participants ({ $participants }). Ask whether somebody voted twice.
ballot-sealed = Sealed: until you close it nobody sees more than the number.
ballot-close = Close the vote
ballot-close-lead = Closing is final. With { $fewest } votes or more you see the result at once; the single votes are erased. With fewer nothing is kept. If you forget to close it, the vote closes by itself at the end of the day.
ballot-close-do = Close and show the result
ballot-closed-said = The vote is closed. The single votes were erased.
ballot-off = This conversation does not take place. There is no vote.
ballot-few = Fewer than { $fewest } people voted. So nothing was kept.
ballot-few-next = Talk about the core values together: that works without figures too.
ballot-gone = The figures of this vote were erased, because they were kept long enough.
ballot-who = This result is seen by: whoever holds the conversation, the programme manager, the phones in the room (today) and the team. Not by heads.
ballot-votes = { $votes ->
    [one] 1 vote.
   *[other] { $votes } votes.
}
ballot-was-by-hand = Counted on paper.
ballot-talk = Talk about this:
ballot-talk-apart = on “{ $value }” you are furthest apart. What does somebody see who gave a low score, and what does somebody see who gave a high one?
ballot-talk-lowest = you agree, and “{ $value }” got the lowest score. What would help there first?
ballot-spread-agree = You agree
ballot-spread-differ = You differ
ballot-spread-apart = You are far apart
ballot-middle = The middle score is { $middle }.
ballot-table = How often each score was given for { $value }
ballot-score = Score
ballot-given = Votes
ballot-how-read = The middle score: one half voted lower or the same, the other half higher or the same. “Agree”: the middle half of the votes lies within one score; “far apart”: further than two.
vote-title = Give four scores
vote-lead = How well do we manage this in our daily work? 1 is not yet, 5 is very well.
vote-anonymous = Nobody sees what you vote.
vote-anonymous-how = No name, no time, no address of your phone. The result comes when the vote closes, and only with { $fewest } votes or more.
vote-low = not yet
vote-high = very well
vote-send = Vote
vote-next = You vote once. You cannot change your vote afterwards.
vote-thanks = Thank you, your vote counts
vote-counted = Your vote is in. Nobody knows that it is yours.
vote-wait = As soon as the vote closes you see the result here. Keep this page open.
vote-for-colleague = Vote for a colleague without a phone
vote-already = You voted already
vote-already-lead = This phone has voted. That first vote counts, this one does not.
vote-to-result = Go on
vote-result = The result
vote-today = This result is here until tonight. After that your team finds it with the conversation.
vote-few = Too few votes to keep
vote-few-lead = Fewer than { $fewest } people voted. So nothing was kept. Talk about it together.
vote-full = This vote is full
vote-full-lead = There are more votes than fit in one room. Tell whoever holds the conversation.
vote-over = This vote is over
vote-over-lead = The result is no longer at this address. Do you work in the team? Then you find it with the conversation.
vote-unknown = We do not know this vote
vote-unknown-lead = Look again at the address on the screen, or scan the code once more.
problem-score-needed = Choose a score for “{ $value }”.
problem-vote-total = These add up to { $total }, those of the first value to { $first }. Count them again.
problem-nothing-to-code = There is no conversation for this colleague to read: only held ones with notes, that somebody else held and that were not drawn before.
coding-title = Second reader
coding-lead = A second reader reads notes and chooses themes, without seeing what the first chose. So it shows whether two people hear the same.
coding-waiting = For you to read: { $count }
coding-waiting-none = There is nothing for you to read.
coding-conversation = Conversation of { $moment }
coding-agreement = How far do two readers agree?
coding-agreement-lead = For each theme: how often both readers saw it, or only one of them. Kappa is 1 when they agree fully, and 0 when it is no better than chance.
coding-agreement-none = No conversation was read by two people yet.
coding-theme = Theme
coding-grade = In words
coding-kappa = Kappa
coding-kappa-caption = How far two readers agree, by theme
coding-figure = { NUMBER($kappa, minimumFractionDigits: 2, maximumFractionDigits: 2) }
coding-n = Conversations
coding-both = Both
coding-first = First only
coding-second = Second only
coding-neither = Neither
coding-small = Kappa after Cohen (1960), words after Landis and Koch (1977). Below { $fewest } conversations a kappa says too little.
coding-grade-too-few = too few conversations (fewer than { $fewest })
coding-grade-undefined = cannot be said: both saw it everywhere or nowhere
coding-grade-none = no better than chance
coding-grade-slight = hardly agree
coding-grade-fair = agree a little
coding-grade-moderate = agree fairly well
coding-grade-substantial = agree mostly
coding-grade-almost-perfect = agree almost fully
coding-draw = Draw a sample
coding-draw-lead = Chance chooses held conversations with notes that somebody else held. With the same number anybody can draw again and check.
coding-coder = Who reads?
coding-coder-hint = Somebody who holds conversations too. Their own are left out.
coding-choose = Choose somebody
coding-number = How many conversations?
coding-number-hint = From 1 to { $most }.
coding-seed = Number of the draw
coding-seed-hint = Any number. It stays with the draw.
coding-draw-do = Draw and ask to read
coding-drawn-said = { $count ->
    [one] 1 conversation was drawn.
   *[other] { $count } conversations were drawn.
}
coding-drawn = Drawn conversations: { $count }
coding-drawn-caption = Which conversations were drawn and who reads them
coding-drawn-none = Nothing was drawn yet.
coding-which = Conversation
coding-state = State
coding-open = to be read
coding-done = read on { $date }
coding-read-title = Read and choose themes
coding-confidential = These notes are confidential. That you opened them is noted. After choosing you cannot open them again.
coding-topic-serving = What does service mean to you?
coding-topic-needs = What do you need to do it well?
coding-topic-other = Other
coding-themes = Which themes do you hear in this?
coding-themes-hint = Choose what you read in it. No theme at all is fine too.
coding-give = Keep my choice
coding-give-next = Your choice stands after that.
coding-given-said = Your choice was kept.
event-vote-opened = A vote in a conversation was opened
event-vote-closed = A vote in a conversation was closed
event-vote-filled-in = A vote on paper was filled in
event-coding-drawn = Somebody was asked as second reader
event-coding-done = A second reader chose themes
held-codings = Conversations to read as the second
held-field-codedOn = Read on
retention-kind-votes = Results of votes in conversations, of nobody known
retention-after-votes = { $days ->
    [one] 1 day after the conversation
   *[other] { $days } days after the conversation
}
permissions-on-vote-title = Vote in a conversation
permissions-on-vote = Whoever holds the conversation and the programme manager see the result after closing, the phones in the room that day too, and the team with the conversation. Heads see nothing. Until it closes nobody sees a score. Whoever votes need not sign in.
permissions-on-vote-data = How often each score was given, with five votes or more. Of nobody known.
permissions-on-core-value-title = Core values
permissions-on-core-value = Everybody reads what the core values mean. Whoever runs the programme writes the texts.
permissions-on-coding-title = Second reader
permissions-on-coding = The programme manager draws a sample. The colleague who was asked reads the notes of those conversations until the themes are chosen, and does not see which themes there are already.
permissions-on-coding-data = Notes of a conversation, who read them and when, and which themes they chose.
api-list-core-values = The core values in the words of the organisation
# Improvements and themes
menu-improvements = Improvements
menu-themes = Themes
refusal-changed-meanwhile = Somebody else just changed this. Look above at what it says now, and press again if that is right.
improvements-title = You said, we did
improvements-lead-house = What teams asked for, and what happened next. Everybody here can read this. Not who asked.
improvements-lead-mine = What your own team asked for, with what is still open. Your team and the heads above it see this.
improvements-lead-team = What your teams asked for. Answer within twenty working days, also when it is a no.
improvements-boards = Which board
improvements-house = Everybody
improvements-mine = My team
improvements-team = My department
improvements-own = What you do
improvements-filter = What do you want to see?
improvements-all = Everything
improvements-quick = Done quickly
improvements-work-answer = To answer
improvements-work-due = To do
improvements-work-late = Too late
improvements-everywhere = All departments
improvements-small-teams = We do not name a team with fewer than 10 people, so you will not find it with this.
improvements-show = Show
improvements-none = There is nothing here yet. Do you know something that could be better?
improvements-count = { $count ->
    [0] No improvements
    [one] 1 improvement
   *[other] { $count } improvements
}
improvements-section-idea = Asked, no answer yet
improvements-section-later = Later
improvements-section-yes = Yes, who and when to follow
improvements-section-agreed = Agreed
improvements-section-done = Done
improvements-section-no = No, because
improvement-step-idea = waits for an answer
improvement-step-later = later
improvement-step-yes = yes
improvement-step-agreed = agreed
improvement-step-done = done
improvement-step-no = no
improvement-quick = done quickly
improvement-late = too late
improvement-answer-until = Answer by { $date }
improvement-due-on = Done by { $date }
improvement-done-on = Done on { $date }
improvement-answered-on = Answered on { $date }
improvement-did = What it brings: { $effect }
improvement-because-line = Because: { $reason }
improvement-new = Say what could be better
improvement-new-lead = What makes the work better for residents and colleagues? Small things count too.
improvement-no-team = You do not work in a team now. Ask your head to write it down.
improvement-no-names-board = This goes on the board of your team. Do not name anybody.
improvement-no-names = Do not name anybody.
improvement-for = This goes on the board of: { $team }
improvement-for-which = Of which team is this?
improvement-for-choose = Choose a team
improvement-outside = From outside: a partner or customer
improvement-department = Department or team
improvement-title = What could be better?
improvement-title-hint = In one sentence, at most 120 characters.
improvement-text = Tell more about it
improvement-text-hint = What goes wrong now, and what do you suggest?
improvement-at-once = It was fixed at once
improvement-at-once-hint = Then it stands under Done right away, for everybody to read.
improvement-effect = What is better now?
improvement-effect-hint = For example: residents wait a minute less.
improvement-fixed-hint = Only when it was fixed at once.
improvement-do-raise = Put it on the board
improvement-raise-next = Your head answers within twenty working days. Until then only your team, the heads above it, the programme manager and, for an idea from a conversation, the facilitator see it. With a yes or a no everybody here can read it, without your name.
improvement-said-raised = It is on the board. There will be an answer within twenty working days.
improvement-said-fixed = Well done, it stands under Done.
improvement-said = You said
improvement-we-did = We did
improvement-answer = Answer
improvement-answer-yes = Yes, we will do this. Who and when is still to follow.
improvement-answer-agreed = Yes. It is agreed who does it and by when.
improvement-answer-done = It is done.
improvement-answer-no = No, we will not do this.
improvement-answer-later = Not now. It stays on the list.
improvement-to-answer = Give an answer
improvement-reply-yes = Yes
improvement-reply-no = No, because
improvement-reply-later = Later, because
improvement-reply-later-hint = It stays on the list. You can answer again later.
improvement-because = Why no, or why later?
improvement-because-hint = Needed with no and with later. The team reads this. With a no everybody here reads it.
improvement-owner = Who does it?
improvement-owner-hint = Only with a yes. Not known yet? Leave it empty.
improvement-owner-choose = Choose somebody
improvement-owner-other = Somebody else
improvement-owner-other-hint = Mail address or employee number.
improvement-due = By
improvement-due-moved = { $date } (moved)
improvement-do-answer = Give this answer
improvement-answer-next = The team gets a message with your answer.
improvement-said-answered = The answer is there. The team gets a message.
improvement-to-agree = Agree on who does it
improvement-do-agree = Agree on this
improvement-agree-next = Who does it gets a message. After that the day can only move later.
improvement-said-agreed = That is agreed.
improvement-to-finish = Is it done?
improvement-do-finish = It is done
improvement-finish-next = The team gets a message, and everybody here can read it.
improvement-said-done = Done! The team gets a message.
improvement-to-move = Not ready in time?
improvement-move-hint = The day can only move later. The first day keeps counting.
improvement-do-move = Move the day
improvement-said-moved = The day was moved.
improvement-to-rewrite = Improve the text
improvement-do-rewrite = Save the text
improvement-said-rewritten = The text was saved.
improvement-facts = In short
improvement-team = Team
improvement-step = Stage
improvement-raised = Asked on
improvement-answer-by = Answer by
improvement-answered = Answered on
improvement-done = Done on
improvement-seen-inside = Only the team, the heads above it, who does it, the facilitator and the programme manager see this.
improvement-seen-all = Everybody here can read this. They do not see who asked, nor who does it.
home-improvements = You said, we did
home-improvements-all = See the board of your team
home-ideas-wait = { $count ->
    [one] 1 idea of your teams waits for an answer.
   *[other] { $count } ideas of your teams wait for an answer.
}
home-ideas-late = { $count ->
    [one] 1 of them has waited too long.
   *[other] { $count } of them have waited too long.
}
home-ideas-see = Answer
theme = Theme
themes-title = What conversations are about
themes-lead = Themes that come back in conversations with teams, with workshops that help.
themes-minimum = How often a theme came up is shown from three conversations of different teams with fifteen people together.
themes-own = In conversations of your own teams
themes-none = There are too few conversations yet to show a theme.
themes-count = { $count ->
    [0] No themes
    [one] 1 theme
   *[other] { $count } themes
}
themes-conversations = { $count ->
    [0] No conversations yet
    [one] In 1 conversation
   *[other] In { $count } conversations
}
themes-list-title = Keep the themes
themes-list-lead = The list from which facilitators choose. Merge what is the same.
themes-list-none = There is no theme in this list yet.
themes-in-use = In use
themes-retired = Not in use any more
themes-tags = Free words
themes-tags-lead = Words that conversations were given without a theme. The fifty used most. Make a theme of one, or give its conversations a theme that there is.
themes-tag = { $tag } ({ $count })
themes-which-tag = Which word?
themes-tag-theme = Which theme is this?
themes-tag-new = A new theme
themes-do-promote = Make this a theme
themes-promote-next = The conversations with this word get the theme. The word goes.
themes-add = Add a theme
themes-do-add = Add
themes-table-title = Themes by department
themes-table-lead = In how many conversations of a department a theme came up. Only the programme manager sees this.
themes-table-caption = { $count ->
    [one] 1 theme
   *[other] { $count } themes
}
themes-table-none = There is no conversation with a theme yet.
theme-into = This theme is now part of:
theme-retired = Not in use since { $date }.
theme-dilemmas = Who stands between two things here
theme-no-dilemmas = There is no dilemma with this theme yet.
theme-dilemma-remove = Take away
theme-add-dilemma = Add a dilemma
theme-do-dilemma = Add
theme-role-nl = Role, in Dutch
theme-role-en = Role, in English
theme-role-hint = For example: permit officer
theme-between-nl = Stands between, in Dutch
theme-between-en = Stands between, in English
theme-between-hint = For example: thinking along and staying impartial
theme-helps = Workshops that help
theme-no-helps = No workshop was chosen yet.
theme-choose-helps = Choose workshops that help
theme-do-helps = Save this choice
theme-helps-next = Everybody sees this theme with the workshop. Heads get the workshop as a suggestion with a conversation about this theme.
theme-rename = Give the theme another name
theme-name-nl = Name, in Dutch
theme-name-en = Name, in English
theme-do-rename = Save the name
theme-rename-next = The old name stays visible under History.
theme-retire = Use no more
theme-use = Use again
theme-merge = Merge with another theme
theme-merge-into = Of which theme is this a part?
theme-choose = Choose a theme
theme-do-merge = Merge
theme-merge-next = Its conversations, dilemmas and workshops go along. This cannot be undone.
theme-history = History
theme-was = Was called { $name } until { $date }
theme-part = { $name } became part of this
theme-reason = Our conversation on service was about: { $theme }.
theme-said-added = The theme is in the list.
theme-said-promoted = The conversations have this theme now.
theme-said-renamed = The new name was saved.
theme-said-merged = The themes were merged.
theme-said-retired = The theme is not in use any more.
theme-said-used = The theme is in use again.
theme-said-dilemma = The dilemma was added.
theme-said-dilemma-gone = The dilemma is gone.
theme-said-help = The choice was saved.
workshop-helps = Helps with:
suggestion-title = These workshops help
suggestion-why = { $teams }: your conversation was about { $theme }
suggestion-do = Assign
event-idea-raised = An idea was put on a board
event-idea-answered = An idea was answered
event-improvement-agreed = It was agreed who does an improvement and by when
event-improvement-done = An improvement was done
event-improvement-rewritten = The text of an improvement was changed
event-theme-added = A theme was added
event-theme-renamed = A theme got another name
event-theme-merged = A theme was merged with another
event-theme-retired = A theme was taken out of use or into use again
event-tag-promoted = A free word became a theme
event-dilemmas-written = The dilemmas of a theme were changed
event-help-chosen = Workshops were chosen for a theme
held-improvements = Improvements
held-field-part = What this person did
held-field-title = Title
held-field-text = Text
held-field-raisedOn = Written down on
held-code-raised = wrote it down
held-code-owner = does it
held-code-replied = answered
letter-button-improvement = See it on the board
letter-button-improvement-first = See the first
letter-improvement-step = { $step ->
    [later] The answer is: not now, perhaps later.
    [no] The answer is: no.
    [agreed] The answer is: yes. It is agreed who does it.
    [done] Meanwhile it was done.
   *[other] The answer is: yes.
}
letter-improvement-because = The reason: { $reason }
letter-improvement-effect = What is better now: { $effect }
letter-improvement-due = It has to be done by { $date }.
letter-idea-answered-subject = Answer to your team’s idea: { $title }
letter-idea-answered-lead = There is an answer to an idea of your team: { $title }.
letter-idea-answered-action = Talk about it with your team. Questions? Go to your head.
letter-improvement-done-subject = Done: { $title }
letter-improvement-done-lead = You said it, and it is done: { $title }.
letter-improvement-done-action = Do you know something else that could be better? Put it on the board.
letter-improvement-owned-subject = You will do: { $title }
letter-improvement-owned-lead = You were asked for an improvement: { $title }.
letter-improvement-owned-action = Is it done? Say on the board what is better now. Not ready in time? Move the day.
letter-ideas-to-answer-subject = { $n ->
    [one] 1 idea waits for your answer
   *[other] { $n } ideas wait for your answer
}
letter-ideas-to-answer-lead = { $n ->
    [one] A team waits for your answer. A no is an answer too, if you say why.
   *[other] Teams wait for your answer. A no is an answer too, if you say why.
}
letter-ideas-to-answer-line = { $title }: by { $date }
letter-ideas-to-answer-action = You find everything on the board of your department.
letter-improvements-to-do-subject = { $n ->
    [one] 1 improvement is nearly due
   *[other] { $n } improvements are nearly due
}
letter-improvements-to-do-lead = { $n ->
    [one] The day of an improvement that you do is near, or has passed.
   *[other] The day of improvements that you do is near, or has passed.
}
letter-improvements-to-do-line = { $title }: by { $date }
letter-improvements-to-do-action = Is it done? Say what is better now. Not ready? Move the day.
letters-kind-idea-answered = Answer to an idea
letters-kind-improvement-done = An improvement was done
letters-kind-improvement-owned = You do an improvement
letters-kind-ideas-to-answer = Ideas wait for an answer
letters-kind-improvements-to-do = Improvements to do
permissions-on-improvement-title = Improvements
permissions-on-improvement = A team says what could be better. Until there is a yes or a no only the team, the heads above it, the facilitator of that conversation, who does it and the programme manager see it. After that everybody reads what was said and done, never who said or does it. A team with fewer than 10 people is not named then.
permissions-on-improvement-data = Who wrote something down (nobody sees that on a page), who answered, and who does an improvement.
permissions-on-team-improvement-title = Improvements of the own teams
permissions-on-team-improvement = A head sees everything that the own teams asked for, answers, and agrees on who does it.
permissions-on-team-improvement-data = Who does an improvement.
permissions-on-raised-title = An idea from a conversation
permissions-on-raised = A facilitator writes down an idea from a conversation of their own, for a team that took part. Who said it is not noted.
permissions-on-theme-title = Themes
permissions-on-theme = Everybody reads a theme with enough conversations, or with a workshop that helps. A head and the team read the themes of their own released summaries. Facilitators keep the list.
permissions-on-theme-table-title = Themes by department
permissions-on-theme-table = In how many conversations of a department a theme came up. Only the programme manager sees this.
api-plan-conversation = Plan a conversation
api-show-coverage = How far the round of conversations is, by team
api-list-improvements = What teams asked for and what became of it, the newest first: what everybody in the house may read
api-show-improvement = One improvement that everybody in the house may read
api-list-themes = The themes of conversations that everybody in the house may read, with how many conversations had them
# Conversations: planning, the round, the record, the summary
menu-conversations = Conversations
persona-facilitator = Facilitator
held-field-start = Start
held-field-place = Place
menu-coverage = The round
summary-vote = How you voted
summary-board = See what happens to your ideas
conversation-vote = Vote in the room
conversation-idea = Write down an idea
menu-summaries = What we discussed
conversations-lead = The conversations that you hold.
conversations-lead-all = All conversations, of all facilitators.
conversations-which = Which conversations
conversations-to-come = To come
conversations-to-record = To be recorded
conversations-held = Held
conversations-department = Of which department?
conversations-everywhere = Everywhere
conversations-count-to-come = { $count ->
    [one] { $count } conversation to come
   *[other] { $count } conversations to come
}
conversations-count-to-record = { $count ->
    [one] { $count } conversation to be recorded
   *[other] { $count } conversations to be recorded
}
conversations-count-held = { $count ->
    [one] { $count } conversation held
   *[other] { $count } conversations held
}
conversations-none-here = We found no conversation with this department.
conversations-all = Show all conversations
conversations-none-to-come = No conversation is planned. See in the round who is next.
conversations-none-to-record = Everything was recorded. See in the round who is next.
conversations-none-held = No conversation was held yet. See in the round who is next.
conversations-next = Who is next?
conversation-new = Plan a conversation
conversation-new-lead = The team gets a mail with a calendar entry.
conversation-change = Change the plan
conversation-title = Conversation
conversation-by = Facilitator: { $name }
conversation-participants = { $count ->
    [one] { $count } participant
   *[other] { $count } participants
}
conversation-no-summary = no summary released yet
conversation-record = Record
conversation-off = This conversation does not take place. Called off on { $moment }.
conversation-to-record = This conversation has been. Record what was said.
conversation-kind = With whom?
conversation-kind-team = Own team
conversation-kind-round-table = Round table with partners
conversation-kind-round-table-hint = With an organisation outside the municipality.
conversation-kind-panel = Customer panel
conversation-kind-panel-hint = With residents or entrepreneurs.
conversation-place = Where?
conversation-place-hint = Preferably at the team's own workplace.
conversation-facilitator = Facilitator
conversation-service-area = About which service?
conversation-service-area-hint = With partners and customers only. For example: permits.
conversation-find = Find a team
conversation-find-do = Find
conversation-teams = Teams
conversation-teams-hint = Choose one or more teams. With partners or customers there need not be a team.
conversation-partner = Partner or panel
conversation-partner-hint = With partners and customers only. Fill in no names of people.
conversation-date = Date
conversation-time = Time
conversation-minutes = How many minutes?
conversation-plan-do = Plan the conversation
conversation-plan-next = Everybody in the team gets a mail. Who has no mail address gets it through the head.
conversation-change-do = Change the plan
conversation-change-next = When time or place changes, everybody in the team gets a mail.
conversation-planned-said = The conversation is planned. The team gets a mail.
conversation-changed-said = The plan was changed.
conversation-call-off = Call the conversation off
conversation-call-off-next = The team gets a mail and the conversation leaves the calendar. You cannot undo this.
conversation-called-off-said = The conversation was called off. The team gets a mail.
record-title = Recording a conversation
record-confidential = Confidential: only you and the programme manager read this. Write down what was said, not by whom.
record-called-off = This conversation was called off. There is nothing to record.
record-erased = Notes and quotes were erased on { $date } because their time was over. The summary stays.
record-headings = To a part
record-topic-serving = What does service mean to you?
record-topic-needs = What do you need to do it well?
record-topic-verbinding = Connection
record-topic-vakmanschap = Craft
record-topic-vertrouwen = Trust
record-topic-vernieuwing = Renewal
record-topic-other = What else was said, and what we agreed
record-short-serving = Meaning
record-short-needs = Needs
record-short-verbinding = Connection
record-short-vakmanschap = Craft
record-short-vertrouwen = Trust
record-short-vernieuwing = Renewal
record-short-other = Other
record-facts = When and with how many
record-held-on = Held on
record-participants = Number of participants
record-lasted = Length in minutes
record-values = Which core values came up?
record-themes = Themes
record-tags = Words of your own
record-tags-hint = Does no theme fit? Put words here, with a comma between them.
record-quotes = Quotes
record-quotes-lead = Only what somebody said in these words, without a name. Ask whether you may share it.
record-quote = Quote { $number }
record-sharing = May this be shared?
record-sharing-no = No
record-sharing-inside = Within the organisation
record-sharing-public = Also with residents
record-keep-all = Save everything
record-key = Notes are saved while you type. Ctrl + S saves everything.
record-kept = Everything was saved at { $time }.
record-saved = Saved { $time }
record-saving = Saving…
record-offline = No connection. Your text is in this browser, and is sent once there is a connection.
record-again = It does not work right now. We try again shortly.
record-signed-out = You are no longer signed in. Your text is in this browser. Sign in and open this conversation again.
record-found = Here is text that was not saved yet.
record-names = Here is the name of a colleague: { $names }. Rather write down what was said, not by whom.
record-overtaken = This text was also written somewhere else, at { $time }. Choose what should stand there.
record-there = This stands there now
record-there-next = Below is what you wrote. Add what you want to keep of the other text, and save again.
record-mine = You wrote this
record-take = Keep what stands there
record-keep = Use my text
record-both = Put both, one below the other
record-facts-overtaken = Numbers, themes or quotes were changed somewhere else meanwhile. What you see below is what you filled in. Save again if it should become so.
record-facts-there = See what stands there now
record-looks = Who read this
record-looks-lead = Each time that somebody opens this conversation it stands here; once an hour at most.
record-look-nobody = Somebody who is not known here any more
coverage-title = The round
coverage-round = { $name }, from { $begins }
coverage-no-round = No round has begun yet. All conversations count.
coverage-state-spoken = Spoken with
coverage-state-planned = Planned
coverage-state-not-yet = Not yet
coverage-totals = { $held } conversations held, with { $participants } participants.
coverage-elsewhere = { $count ->
    [one] { $count } colleague is in no team. Invite them to a conversation of their department.
   *[other] { $count } colleagues are in no team. Invite them to a conversation of their department.
}
coverage-next = Who is next?
coverage-next-lead = First whom we never spoke with, then whom longest ago. Large teams come first.
coverage-people = { $count ->
    [one] { $count } colleague
   *[other] { $count } colleagues
}
coverage-last = last on { $date }
coverage-never = never spoken with
coverage-plan = Plan
coverage-teams = { $count ->
    [one] { $count } team
   *[other] { $count } teams
}
coverage-filter = Which teams
coverage-all = All
coverage-caption = Teams in this round
coverage-team = Team
coverage-state = State
coverage-size = Colleagues
coverage-largest = Participants
coverage-when = When
coverage-planned = on { $moment }
coverage-none = There is no team here.
coverage-start = Begin a new round
coverage-start-lead = All teams then get their turn again. What was there stays.
coverage-name = Name of the round
coverage-name-hint = For example: autumn 2026.
coverage-begins = First day
coverage-start-do = Begin the round
coverage-started = The round has begun.
summaries-lead = Summaries of conversations with your team, and with teams that you head.
summaries-count = { $count ->
    [one] { $count } summary
   *[other] { $count } summaries
}
summaries-none = There is no summary to read yet. You get a mail when there is one.
summaries-new = What we discussed
summaries-all = All summaries
summary-title = Summary
summary-lead = { $count ->
    [one] Conversation of { $date }. One person took part.
   *[other] Conversation of { $date }. { $count } people took part.
}
summary-text = What we discussed
summary-themes = Themes
summary-quotes = In their own words
summary-released = Released on { $moment }.
summary-corrected = Corrected on { $moment }.
summary-who = The team and the heads above it read this. They do not read what else was noted.
summary-who-outside = The team, the heads above it and whoever keeps feedback and promises read this. They do not read what else was noted.
summary-to-conversation = To the conversation
summary-see = See the summary
summary-edit = Write the summary
summary-edit-lead = Write what the team and its head may read. Name nobody. What you release you can correct, but not take back.
summary-hint = At most { $most } characters.
summary-names = Which themes does the summary name?
summary-names-hint = The team and its head see only these themes.
summary-not-held = First record when the conversation was and with how many people.
summary-release = Release
summary-release-next = After releasing, the team and its heads get a mail. When you only save, nobody else reads it yet.
summary-keep = Save for later
summary-correct = Correct and release again
summary-correct-next = The team reads the new text at once, with its date. No new mail is sent.
summary-released-said = The summary was released.
summary-written-said = The summary was saved. Only you and the programme manager read it now.
letter-conversation-calendar = Conversation on service
letter-conversation-teams = With
letter-conversation-facilitator = Facilitator
letter-conversation-planned-subject = Conversation with your team on { $day }
letter-conversation-planned-lead = We would like to visit your team. We ask two questions: what does service mean to you, and what do you need to do it well?
letter-conversation-planned-action = You need not prepare anything. What you say is noted without your name. Only the facilitator and the programme manager read the notes.
letter-conversation-calendar-in = The calendar entry comes with this mail.
letter-conversation-calendar-out = With this mail the entry leaves your calendar.
letter-conversation-moved-subject = Moved: conversation with your team, now on { $day }
letter-conversation-moved-lead = The conversation with your team was moved. This is the new time and place.
letter-conversation-moved-action = Can you not come? Tell your head.
letter-conversation-called-off-subject = Conversation of { $day } is off for you
letter-conversation-called-off-lead = This conversation does not take place for you. You need not do anything.
letter-conversation-called-off-action = If there is a new conversation, you will hear.
letter-conversation-summary-subject = The summary of the conversation of { $day }
letter-conversation-summary-lead = On { $day } there was a conversation with your team. Its summary is ready.
letter-conversation-summary-action = Is something wrong? Tell the facilitator.
letter-conversation-summary-button = Read the summary
letter-button-summaries = What we discussed before
letters-kind-conversation-planned = A conversation with your team
letters-kind-conversation-moved = A conversation was moved
letters-kind-conversation-called-off = A conversation is off
letters-kind-conversation-summary = The summary of a conversation
event-conversation-planned = A conversation was planned
event-conversation-changed = The plan of a conversation was changed
event-conversation-called-off = A conversation was called off
event-conversation-noted = Notes of a conversation were written
event-conversation-recorded = A conversation was recorded
event-summary-written = A summary of a conversation was written
event-summary-released = A summary of a conversation was released
event-round-started = A round of conversations was started
problem-in-the-future = This day is still to come. Choose a day that has been.
problem-round-that-day = A round begins on this day already. Choose another day.
held-conversations = Conversations that this person held
held-conversation-notes = Notes of conversations that this person saved
held-conversation-looks = When this person opened a confidential conversation
held-field-savedAt = Saved
held-field-topic = Heading
retention-kind-notes = Notes and quotes of conversations, and who read them
retention-after-notes = { $days ->
    [one] 1 day after the conversation
   *[other] { $days } days after the conversation
}
permissions-on-conversation-title = Planning and holding conversations
permissions-on-conversation = A facilitator sees the own conversations, the programme manager sees all.
permissions-on-conversation-data = Who holds a conversation. Of participants only the number.
permissions-on-record-title = Notes of conversations
permissions-on-record = Confidential: only who holds the conversation and the programme manager read notes and quotes. An administrator, a head and the API do not. Who opens them is written down.
permissions-on-record-data = What was said, without names; who saved a note and who read them.
permissions-on-coverage-title = The round past all teams
permissions-on-coverage = With which teams there was or will be a conversation. A head sees that of the own teams.
permissions-on-summary-title = Summaries of conversations
permissions-on-summary = What was released is read by who works in the team, now or then, and who heads it. Quotes are there from five participants, when who said it agrees.

# Promises and readings
promises-title = Promises
promises-lead = What we promise residents, and whether we do it.
promises-filter = Which promises
promises-now = In force
promises-retired = Retired
promises-count = { $count ->
    [one] 1 promise
   *[other] { $count } promises
}
promises-kept = Last time we kept { $kept } of { $of } promises.
promises-none = There are no promises yet.
promises-none-retired = No promise was retired yet.
promise-new-title = Add a promise
promise-edit-title = Change promise { $code }
promise-edit-lead = What do we promise, how do we measure it, and who answers for it?
promise-edit = Change
promise-kept = Kept
promise-missed = Missed
promise-target-is = Target: { $target }
promise-said-nothing = Nothing was measured yet.
promise-said-kept = { $of ->
    [one] In { $period } it was { $value }: the target of { $target } was reached.
   *[other] In { $period } it was { $value }: the target of { $target } was reached; of the last { $of } periods { $missed ->
        [0] it was never missed
        [one] it was missed once
       *[other] it was missed { $missed } times
    }.
}
promise-said-missed = { $of ->
    [one] In { $period } it was { $value }, which is a miss: the target is { $target }.
   *[other] In { $period } it was { $value }, which is a miss: the target is { $target }; of the last { $of } periods { $kept ->
        [0] none reached it
        [one] one reached it
       *[other] { $kept } reached it
    }.
}
promise-improves = An improvement was begun.
promise-improvement = Improvement:
promise-improve = Missed in { $period }: begin an improvement
promise-improve-title = Better: { $promise }
promise-improve-do = Begin the improvement
promise-improve-next = The improvement goes to { $who }, who answers within twenty working days.
promise-improve-said = The improvement was begun.
promise-retired-on = Retired on { $date }. Its figures stay.
promise-retire = Retire
promise-use = Put in force again
promise-facts = About this promise
promise-code = Code
promise-code-hint = Short, as N01. It stays as it is from then on.
promise-everybody = Whole organisation
promise-department = Who answers for it?
promise-measured-by = Who measures it?
promise-source = Where does the figure come from?
promise-who-sees = Everybody here sees these figures. Only who enters figures sees who entered one.
promise-text-nl = The promise, in Dutch
promise-text-en = The promise, in English
promise-text-hint = As residents read it.
promise-indicator-nl = What do we measure? In Dutch
promise-indicator-en = What do we measure? In English
promise-indicator-hint = Write down the formula: what divided by what.
promise-unit = What kind of figure is it?
promise-unit-share = A share: how much of everything was in time
promise-unit-ratio = A ratio
promise-unit-count = A number
promise-unit-grade = A grade
promise-every = How often do we measure?
promise-every-month = Every month
promise-every-quarter = Every quarter
promise-every-year = Every year
promise-direction = On which side of the target is it good?
promise-direction-at-least = The target or more
promise-direction-at-most = The target or less
promise-target = Target
promise-target-hint = A share may be written as 90% or as 0.9.
promise-target-hint-known = A new target is for new figures. Figures that are there keep the target of their time.
promise-origin = How do the figures come here?
promise-origin-entered = Somebody enters them, or a program sends them
promise-origin-call-backs = From a file of call-back requests
promise-origin-call-backs-hint = Olievlek counts what was in time, and keeps no request.
promise-origin-open-klant = From Open Klant, every night
promise-origin-open-klant-hint = Olievlek counts the internal tasks, and keeps only numbers by day and department. Choose this for a share only.
promise-origin-open-zaak = From Open Zaak, every night
promise-origin-open-zaak-hint = Olievlek measures how long cases took, and keeps only the outcome. Choose this for a ratio only.
promise-origin-grades = From the grades that residents give
promise-definition-nl = What counts and what does not? In Dutch
promise-definition-en = What counts and what does not? In English
promise-definition-hint = This stands beside every figure.
promise-save = Save
promise-save-next = Everybody here reads the promise at once.
promise-said-made = The promise was added.
promise-said-changed = The promise was changed.
promise-said-retired = The promise was retired.
promise-said-again = The promise is in force again.
figure-percent = { $number }%
figure-at-least = at least { $value }
figure-at-most = at most { $value }
figure-month = { $month } { $year }
figure-quarter = quarter { $quarter } of { $year }
figure-beside-abandoned-share = Given up, of all that came in
figure-beside-own-term-share = Decided within our own norm
figure-beside-legal-term-share = Decided within the legal term
figure-beside-median-days = Median, in net days
figure-beside-p90-days = Nine in ten within, in net days
figure-beside-out-of = Of how many in all
readings-title = Figures
readings-count = { $count ->
    [one] 1 period measured
   *[other] { $count } periods measured
}
readings-caption = Figures of “{ $promise }”, the newest period first
readings-none = There are no figures yet.
readings-corrected = { $count ->
    [one] 1 corrected figure
   *[other] { $count } corrected figures
}
reading-period = Period
reading-period-hint = Only periods that are over.
reading-period-choose = Choose a period
reading-value = Value
reading-value-hint-ratio = For example 0.85.
reading-value-hint-count = A whole number.
reading-value-hint-grade = From 1 to 10, for example 7.4.
reading-met = In time
reading-met-hint = How many of all were met.
reading-cases = Total
reading-answers = Number of answers
reading-share = Or: the share
reading-share-hint = Only when you do not know the numbers. For example 72% or 0.72.
reading-beside-share = For example 4% or 0.04.
reading-met-of = { $met } of { $cases }
reading-of = of { $cases }
reading-kept = Target reached?
reading-is-kept = reached
reading-is-missed = missed
reading-outside = Outside the limits of the chart
reading-source = Where it comes from
reading-change = Correct
reading-way = How it was entered
reading-way-form = Filled in
reading-way-file = From a file
reading-way-api = From another program
reading-way-counted = Counted by Olievlek
reading-new-title = Enter a figure
reading-correct-title = Correct a figure
reading-correct = Correct
reading-now = Now { $period } has: { $value }. That stays in sight among the corrected figures.
reading-note = Note
reading-note-hint = What should a reader know? No names. Everybody here reads this.
reading-why = Why do you correct this figure?
reading-why-hint = No names. Everybody here reads this.
reading-do = Save the figure
reading-correct-do = Save the corrected figure
reading-next = Everybody here sees the figure at once.
reading-said = The figure was saved.
reading-was = { $period }: { $value }
reading-until = Replaced on { $moment }
readings-file-title = Read a file
call-backs-file-title = Read call-back requests
readings-template = Template to fill in
readings-template-lead = The template has a line for every period without a figure.
call-backs-template-lead = Put every call-back request on a line of its own. Leave “afgehandeld” empty as long as nobody called.
readings-template-columns = Columns: { $columns }
readings-template-xlsx = Template for Excel
readings-template-csv = Template as CSV
readings-file = File
readings-file-choose = Choose the file that you filled in
readings-file-hint = Excel (.xlsx) or CSV. A period that has a figure gets another only when there is a note with it.
call-backs-file-hint = Excel (.xlsx) or CSV. Include every request that had to be answered in these days: the file takes the place of what there was for them. We count at once, and keep no request.
readings-file-look = See what it does
readings-file-next = Nothing is saved yet. First you see what would change.
readings-file-other = Another file
readings-file-do = Save
readings-file-do-next = The good lines are saved. Refused lines are not.
call-backs-file-do-next = The counts are saved. The requests themselves are not kept.
readings-file-said = { $count ->
    [0] Saved. No figure changed.
    [one] Saved: 1 period has a new figure.
   *[other] Saved: { $count } periods have a new figure.
}
readings-preview-title = What this file does
readings-preview-lead = { $file }, for “{ $promise }”
readings-preview-added = New figures
readings-preview-changed = Corrected figures
readings-preview-unchanged = Unchanged
readings-preview-refused = Refused lines
readings-preview-nothing = This file changes nothing.
call-backs-due = Requests that count
call-backs-met = In time
call-backs-to-come = Not due yet
call-backs-span = These requests had to be answered from { $from } until { $until }. What there was for those days is replaced. A period that is still running gets a figure when it is over and you read a file again.
call-backs-periods = Counted in this file
# Figures from another system
pull-open-klant = Fetched from Open Klant
pull-open-zaak = Fetched from Open Zaak
pull-lead-open-klant = Every night Olievlek counts the internal tasks anew, from the first day of last month. Only numbers by day and department stay. A figure that somebody entered stays as it is.
pull-lead-open-zaak = Every night Olievlek measures the cases that were closed in the last whole period. Only the outcome stays. A figure that somebody entered stays as it is.
pull-last = Last fetched on { $moment }. Counted from { $from } until { $until }.
pull-never = Nothing was fetched yet.
pull-seen = Read
pull-counted = Counted
pull-unknown = Of those, of an unknown department
pull-unknown-how = A task belongs to a department when the organisational unit in Open Klant has the same code or name as here. Tasks of an unknown department count only for the whole organisation.
pull-unusable = Not usable
pull-now = Fetch now
pull-said = The figures are being fetched. Look again in a few minutes.
pull-failed = Fetching failed on { $moment }.
pull-again = We try again by ourselves.
pull-failure-not-connected = This system is not in the settings. Ask who manages the server to connect it.
pull-failure-unreachable = The system cannot be reached, or its certificate cannot be trusted.
pull-failure-late = The system did not answer in time.
pull-failure-refused = The system does not let Olievlek in. The token or the rights are not right.
pull-failure-moved = The system points to another address. We do not follow that.
pull-failure-not-there = There is nothing at the address in the settings.
pull-failure-broken = The system itself reported a failure.
pull-failure-too-large = The system gave an answer that is too large.
pull-failure-too-many = The system gave too many pages.
pull-failure-unreadable = The answer of the system is not what we expect.
pull-failure-elsewhere = The next page is at another address. We do not follow that.
chart-title-control = Promise { $code }, from { $first } until { $last }: values, target and limits
chart-title-run = Promise { $code }, from { $first } until { $last }: values and target
chart-seen-target = The target was reached in { $kept } of { $of } periods.
chart-seen-outside = { $outside ->
    [0] No value lies outside the limits: the differences may be chance.
    [one] One value lies outside the limits: that is more than chance.
   *[other] { $outside } values lie outside the limits: that is more than chance.
}
chart-seen-few = Limits are drawn from { $least } periods with numbers.
chart-seen-run = The line in the middle is the median.
chart-key = What the lines mean
chart-key-value = value
chart-key-target = target
chart-key-mean = mean, { $value }
chart-key-median = median, { $value }
chart-key-limits = limits of chance
chart-key-outside = outside the limits
chart-low = Lower limit
chart-high = Upper limit
chart-numbers = The numbers of this chart
chart-how = The limits are those of a p-chart with Laney’s correction: the mean plus and minus three times the spread. They take account of how many cases a period had.
chart-how-run = This is a run chart: the values in order, with the target and the median.
improvement-from-promise = Begun because a promise was missed in { $period }:
problem-promise-code = Use letters, digits and hyphens: { $max } characters at most.
problem-not-a-decimal = Fill in a number, for example 0.9 or 90%.
problem-not-a-share = A share lies between 0 and 100%. Write 72% or 0.72.
problem-not-a-grade = A grade lies between 1 and 10.
problem-not-a-figure = Fill in a number of 0 or more that fits here.
problem-promise-fixed = This stays as it is: the figures belong to it. Make a new promise.
problem-reading-reason = This period has a figure already. Tell why you correct it.
problem-period-not-whole = This is no whole period of this promise. Choose one from the list.
problem-period-not-over = This period is not over yet. Choose an earlier one.
problem-period-too-old = Choose a period from { $first } on.
problem-not-for-this-unit = This promise has a value, and no number in time.
problem-value-or-cases = Fill in the numbers or the value, not both.
problem-origin-unit = This source does not fit this promise. Open Klant goes with a share, Open Zaak with a ratio.
problem-days-of-open-klant = The days from the first of last month are counted from Open Klant. Leave them out of the file, or choose the file as the source of the promise.
problem-no-call-backs = There is no request in this file that counts now.
import-no-indicator = It does not say what is measured.
import-not-a-decimal = There should be a number, for example 0.9 or 90%.
import-not-a-share = A share lies between 0 and 100%. Write 72% or 0.72.
import-not-a-grade = A grade lies between 1 and 10.
import-not-a-figure = A number on this line does not fit this promise.
import-not-a-number = There should be a whole number here.
import-out-of-range = A number must lie from { $min } to { $max }.
import-too-long = The note is too long: { $max } characters at most.
import-promise-code = A code has letters, digits and hyphens: { $max } characters at most.
import-promise-fixed = This promise has another unit or period already. Give it a new code.
import-promise-unknown = The promise “{ $code }” is not known.
import-promise-other = This line is about { $code }. Read it in at that promise.
import-word-unknown = “{ $value }” is not known in the column { $field }.
import-period-malformed = “{ $value }” is no period of this promise. Write 2026-01, 2026-K1 or 2026.
import-period-not-whole = This is no whole period of this promise.
import-period-not-over = This period is not over yet.
import-period-too-old = This period lies before { $first }.
import-period-twice = This period is on an earlier line already. That line counts.
import-not-for-this-unit = This promise has a value, and no number in time.
import-value-or-cases = Fill in the numbers or the value, not both.
import-no-value = There is no value and no number on this line.
import-reading-reason = This period has another figure already. Write in the note why it changes.
import-reference-twice = This reference is on an earlier line already. That line counts.
import-no-reference = The reference is missing.
import-moment-malformed = A date with a time is missing or cannot be read. Write 3-3-2026 9:30 or 2026-03-03 09:30.
import-in-the-future = A time on this line is still to come.
import-handled-too-early = The day of handling lies before the day of receipt.
import-column-text = Promise
import-column-textEn = Promise in English
import-column-indicator = Indicator
import-column-indicatorEn = Indicator in English
import-column-target = Target
import-column-direction = Direction
import-column-measuredBy = Who measures
import-column-dataSource = Source
import-column-definition = Definition
import-column-definitionEn = Definition in English
import-column-value = Value
event-promise-made = A promise was added
event-promise-changed = A promise was changed
event-promise-retired = A promise was retired or is in force again
event-reading-entered = A figure of a promise was entered
event-reading-corrected = A figure of a promise was corrected
event-call-backs-counted = Call-back requests were counted
event-pull-asked = Somebody had figures fetched from another system
event-promise-pulled = Figures were fetched from another system
event-promise-missed = A missed promise became an improvement
event-readings-exported = Figures of promises were taken out as a file
held-readings = Figures that this person entered
held-field-promise = Promise
held-field-enteredAt = Entered
permissions-area-service = Service
permissions-on-promise-title = Promises and figures
permissions-on-promise = Everybody here reads the promises and how they go. Who keeps figures (quality officer, programme manager, administrator) enters them or has them fetched, and sees who entered one.
permissions-on-promise-data = Who entered a figure. Of call-back requests only numbers by day.
api-list-promises = The promises to residents, with target and formula
api-list-readings = The figures of a promise that count, the newest period first
api-enter-reading = Enter the figure of a period; a period that has one is corrected, with a reason
persona-quality = Quality officer
# Periods and thresholds
periods-title = Periods
periods-lead = There is one report over each period. Figures of opinions are in it only after the period was closed. After that nothing changes them.
periods-caption = { $count ->
    [one] 1 period
   *[other] { $count } periods
}
periods-days = Period
periods-between = { $from } to { $until }
periods-grain = Length
periods-state = State
periods-state-running = running
periods-state-closing = being closed
periods-state-closed = closed
periods-progress = { $total ->
    [0] Computing.
   *[other] { $done } of { $total } parts written.
}
periods-refresh = Look again
periods-none = There is no period yet. Begin the first; each next one begins by itself when you close one.
periods-begins = A day in the first period
periods-begins-hint = The period begins on the first day of the quarter, half-year or year of this day.
periods-begin = Begin the first period
periods-begin-next = How long periods are stands with the thresholds. Without a choice it is a year, and half a year from 600 staff on.
periods-close = Close this period
periods-said-begun = The first period has begun.
periods-said-closing = The figures are being made. That usually takes less than a minute.
periods-ask-title = Close a period
periods-ask-frozen = The figures are computed once, and stay as they are.
periods-ask-later = What comes in or is corrected after this counts in the next period.
periods-ask-small = Small departments are put together. What too few people said is not shown.
periods-ask-next = The next period begins by itself.
periods-ask-final = Closing cannot be undone. Heads then see the figures of their departments, and everybody those of the organisation.
rules-title = Thresholds
rules-lead = From how many people on a figure is shown, how long a period is, and what each step of the ladder asks.
rules-caption = { $count } thresholds
rules-name = Threshold
rules-value = Holds now
rules-since = Since
rules-always = the beginning
rules-by-size = by the number of staff
rules-percent = { $value } %
rules-people = { $count ->
    [one] 1 person
   *[other] { $count } people
}
rules-edit-title = Threshold
rules-now = Holds now:
rules-grain = How long a period is
rules-percent-label = Percentage
rules-people-label = Number of people
rules-range = From { $min } to { $max }.
rules-do = Set this threshold
rules-next = It holds for the next period that you close. Whoever reads the log sees who set it, and when.
rules-next-rises = This threshold can only be raised. Whoever reads the log sees who set it, and when.
rules-said = The threshold was set.
grain-quarter = quarter
grain-half-year = half-year
grain-year = year
rule-people = People behind a figure inside the organisation
rule-people-why = This keeps hidden what one colleague thought: no figure, and no difference of figures, is about fewer people.
rule-people-public = People behind a figure for residents
rule-people-public-why = What residents read is about the whole organisation or a domain, and about at least so many people.
rule-headcount = People in a department
rule-headcount-why = A smaller department has no figures of its own. It is put together with others for the whole year.
rule-grain = How long a period is
rule-grain-why = All figures have the same period. Another choice holds from the next one on.
rule-ladder-talking = Ladder 1, talking: teams with a conversation and an agreed action
rule-ladder-talking-why = So many of the teams must have had a conversation and agreed on something.
rule-ladder-answered = Ladder 2, acting: ideas answered in time
rule-ladder-answered-why = So many of the ideas must have had an answer within twenty working days. “No, because” is an answer.
rule-ladder-learning = Ladder 3, learning: people with a completed training
rule-ladder-learning-why = So many of the people must have completed a training this year. Or enough assignments were completed.
rule-ladder-assigned = Ladder 3, learning: assignments completed
rule-ladder-assigned-why = So many of the assignments must have been completed. Or enough people followed a training.
rule-ladder-applied = Ladder 4, applying: use after three months
rule-ladder-applied-why = So many of those who answered must have applied in the last two weeks what they learned.
event-period-begun = A reporting period has begun
event-period-closing = Closing a period was started
event-period-closed = A period was closed, and its figures are fixed
event-ledger-exported = Published figures were taken out as a file
event-rule-set = A threshold of the report was set
refusal-period-not-over = This period is still running. Close it after its last day.
refusal-pulse-open = The pulse of this period is still open. Close the period when nobody can answer any more.
api-list-periods = The closed periods, the newest first
api-list-cells = Everything that was published of a closed period, by unit
permissions-on-period-title = Closing periods
permissions-on-period = Only the programme manager begins and closes periods. Until then nobody reads figures of opinions, the programme manager included.
permissions-on-rule-title = Thresholds of the report
permissions-on-rule = Only the programme manager sets thresholds. How many people there are at least behind a figure can only rise.
held-periods = Periods that this person closed
held-thresholds = Thresholds that this person set
held-field-closedAt = Closed
held-field-threshold = Threshold
held-field-value = Value
held-field-setAt = Set
# Pulse, feedback, compliments and contacts
pulse-title = How well are we doing?
pulse-lead = Four questions about our core values. Think of your own work in the last months. It takes a minute.
pulse-anonymous = Your answer is anonymous.
pulse-anonymous-short = We do not keep who answered what. Your answer counts for a department of at least { $fewest } people.
pulse-anonymous-more = How we do that, and who sees what
pulse-anonymous-how = We keep your answer without your name and without a time. You need not sign in. Until the questions close we know whether you answered, so that you get one reminder at most. Then we erase that too.
pulse-anonymous-where = With your answer stands only the department in which you work. If fewer than { $fewest } people work there, it is the department above it.
pulse-anonymous-when = Nobody sees figures as long as you can answer. Then there are only figures of groups that are large enough. How many people of a department answered is seen by nobody while the questions are open.
pulse-low = not at all
pulse-high = very well
pulse-send = Send my answer
pulse-next = You can answer once, until { $date }. After that you cannot change your answer: we do not know which answer is yours.
pulse-answered = Thank you, we have your answer
pulse-answered-lead = You cannot answer again. Nobody can see from the outcome what you answered.
pulse-over = It is too late to answer
pulse-over-lead = The questions are closed. The outcome will appear in Culture in view.
pulse-unknown = We do not know this link
pulse-unknown-lead = Perhaps the link was not copied as a whole. See whether the whole link of your mail stands in the address bar.
pulse-home = How well are we doing? Four questions, anonymous, one minute.
pulse-home-see = Answer now
pulse-desk = Pulse
pulse-desk-lead = Once a period we ask everybody who works here how well the four core values are going.
pulse-dates = { $opens } until { $closes }
pulse-period = Belongs to the period from { $from } until { $until }.
pulse-state-planned = Planned
pulse-state-open = Open
pulse-state-over = Closed
pulse-planned = On the first day everybody who works here then gets a mail, and the question on the home page.
pulse-counted = { $counted } of { $invited } people answered.
pulse-counted-when = As it stood this morning. We do not show this by department while people can answer.
pulse-over-where = The figures are in the report as soon as the period is closed.
pulse-never = A pulse was never asked before.
pulse-ask = Ask a pulse
pulse-ask-lead = Choose the days on which people can answer: at least { $least } and at most { $most } days, within the period.
pulse-ask-period = Period
pulse-ask-opens = First day
pulse-ask-closes = Last day
pulse-ask-do = Plan the pulse
pulse-ask-next = Everybody gets a mail on the first day. Who has not answered halfway gets one reminder.
pulse-ask-none = There is no open period without a pulse. Begin a period first.
pulse-asked = The pulse is planned.
pulse-colleagues = Enter for a colleague
pulse-colleagues-lead = For who has no mail or computer. Read the questions out on the telephone and enter what your colleague says.
pulse-colleague-name = Name of your colleague
pulse-colleague-name-hint = A part of the name or the personal number is enough.
pulse-colleague-find = Search
pulse-colleagues-found = { $count ->
    [one] 1 colleague found
   *[other] { $count } colleagues found
}
pulse-colleagues-more = These are the first { $most }. Type more of the name.
pulse-colleagues-nobody = Nobody who was asked has this name.
pulse-none-open = No pulse is open now.
pulse-colleague = Answer of { $name }
pulse-colleague-lead = Nobody can see later what this colleague answered, nor that you entered it. Do not speak of it with others.
pulse-colleague-send = Send this answer
pulse-colleague-next = Your colleague cannot answer any more after this. You cannot see or change the answer.
pulse-colleague-said = We have the answer. Who calls next?
pulse-colleague-answered = We have an answer of this colleague already. This answer was not kept.
problem-outside-period = Choose a day within the period.
problem-pulse-lasts = Choose a last day that gives people at least { $min } and at most { $max } days to answer.
letter-pulse-subject = How well are we doing? Four short questions
letter-pulse-lead = We ask everybody who works here how well our four core values are going. It takes a minute and your answer is anonymous.
letter-pulse-action = You can answer once, until { $date }. Do not pass this link on: whoever has it answers in your stead. You need not sign in.
letter-pulse-button = To the questions
letter-pulse-reminder-subject = A reminder: how well are we doing?
letter-pulse-reminder-lead = We have not heard yet what you think of our core values in your work. Your answer is anonymous and takes a minute. This is the only reminder. We do not keep that we sent you this mail.
letters-kind-pulse = How well are we doing?
letters-kind-pulse-reminder = A reminder: how well are we doing?
event-pulse-asked = A pulse was planned
event-pulse-opened = Everybody got the questions of the pulse
event-feedback-form-opened = A form for residents was opened
event-feedback-form-closed = A form for residents was closed
event-feedback-loaded = A file with what residents think was taken over
event-compliment-entered = A compliment was entered
event-compliment-told = Who may know of a compliment was changed
event-contacts-counted = The number of contacts of a month was filled in
held-pulses = Questions about the core values
held-compliments = Compliments that you entered
held-contact-volumes = Contacts that you counted
held-field-shape = Shape
held-field-month = Month
held-field-receivedOn = Received on
held-field-channel = Channel
held-field-contacts = Contacts
retention-kind-pulses = Answers to the pulse, of nobody known
retention-after-pulses = { $days ->
    [one] 1 day after the last day of the pulse
   *[other] { $days } days after the last day of the pulse
}
retention-kind-feedback = What residents think of the service
retention-after-feedback = { $days ->
    [one] 1 day after it came in
   *[other] { $days } days after it came in
}
permissions-area-adoption = How it goes
permissions-on-feedback-public-title = Form for residents
permissions-on-feedback-public = Whoever has the link or the code says what they think of the service, without an account.
permissions-on-feedback-public-data = A grade, effort and a text, with the day. No name, address or time.
permissions-on-feedback-title = What residents think
permissions-on-feedback = What residents wrote and how much came in, for who keeps the measurements. No grades: these appear when a period is closed.
permissions-on-feedback-data = Texts of residents, without names and numbers.
permissions-on-spoken-title = Round tables and customer panels
permissions-on-spoken = Whoever keeps feedback and promises reads the summary of a conversation with partners or customers once it is released. They do not read notes.
permissions-on-spoken-data = Summaries, themes and quotes that may be shared, without names.
permissions-on-team-feedback-title = What residents wrote about your department
permissions-on-team-feedback = Heads read texts about their own departments, from five texts on.
permissions-on-team-feedback-data = Texts of residents, without names and numbers.
permissions-on-contacts-title = Contacts a month
permissions-on-contacts = How many contacts there were by channel, for who keeps the measurements.
permissions-on-contacts-data = Who filled in the number stands with it in the database.
permissions-on-compliment-title = Compliments
permissions-on-compliment = Compliments of the own team, and those that the whole organisation may know of. Who keeps the measurements sees them all.
permissions-on-compliment-data = What was said or given, for which department, and who entered it.
permissions-on-compliment-new-title = Entering compliments
permissions-on-compliment-new = Who keeps the measurements enters compliments and chooses who may know of them.
permissions-on-compliment-new-data = Who entered a compliment.
permissions-on-pulse-title = Questions about the core values
permissions-on-pulse = Whoever got a link answers once, without signing in. Nobody sees whose an answer is.
permissions-on-pulse-data = Who got the questions and whether they answered, as long as one can answer; then only how many. Answers stand apart from people.
permissions-on-pulse-desk-title = Planning the pulse, and answers on the telephone
permissions-on-pulse-desk = The programme manager plans the pulse. Programme manager and quality officer enter what a colleague answers on the telephone.
permissions-on-pulse-desk-data = Names of who got the questions, when searching. Never what somebody answered.
menu-feedback = What residents think
channel-counter = Counter
channel-telephone = Telephone
channel-chat = Chat
channel-post = Post
channel-social-media = Social media
channel-whatsapp = WhatsApp
channel-online = Online
feedback-title = How did we help you?
feedback-lead = Three short questions. You may also answer only one.
feedback-anonymous = We do not know who you are.
feedback-anonymous-how = We keep no name, no address and no time. Only the day.
feedback-grade = Which grade do you give us?
feedback-grade-low = very bad
feedback-grade-high = very good
feedback-effort = How much effort did it take you?
feedback-effort-low = very little
feedback-effort-high = very much
feedback-text = What went well, and what could be better?
feedback-text-hint = Do not write names or numbers. We take out mail addresses, telephone numbers, citizen service numbers and account numbers: { $sign } stands there then.
feedback-send = Send
feedback-thanks = Thank you
feedback-thanks-lead = We read what you wrote and make our service better with it. Do you want an answer to a question? Then contact the municipality: we do not know who you are.
feedback-another = Fill in another one
feedback-unknown = This form is not there (any more)
feedback-unknown-lead = Look at the address again, or scan the code anew.
spoken-title = Round tables and panels
spoken-lead = What partners and customers said in conversations, once there is a summary. What else was noted is not shown here.
spoken-areas = About which services
spoken-held = Conversations by service
spoken-area = Service
spoken-number = Conversations
spoken-no-area = No service named
spoken-every-area = All services
spoken-themes = Themes: { $themes }
spoken-none-of-area = There is no summary about this service yet.
spoken-none = There is no summary of a round table or customer panel yet.
feedback-desk = Feedback
feedback-desk-lead = What residents wrote, and how much came in. Nobody knows whose it is.
feedback-ways = Feedback and compliments
feedback-channel = Channel
feedback-every-channel = All channels
feedback-department = Department
feedback-department-none = Not known
feedback-everywhere = All departments
feedback-from = From
feedback-until = Until
feedback-show = Show
feedback-received = { $count ->
    [one] 1 response came in
   *[other] { $count } responses came in
}
feedback-by-channel = Responses by channel
feedback-number = Number
feedback-where = Mean grades are not shown here. They appear when a period is closed, if there are enough responses.
feedback-texts = { $count ->
    [one] 1 text
   *[other] { $count } texts
}
feedback-none = Nobody wrote anything yet. Hang up a form, or put the link on a page.
feedback-new = Enter a response
feedback-new-lead = From the telephone or from paper. After saving the form stands ready again.
feedback-new-text = What did the resident say?
feedback-new-text-hint = Do not write names or numbers. What looks like a mail address, telephone number, citizen service number or account number is taken out: { $sign } stands there then.
feedback-new-send = Save and enter the next
feedback-new-next = We do not keep who entered this.
feedback-entered = The response was saved.
feedback-way = How did you hear it?
feedback-way-colleague = In a conversation
feedback-way-paper = On paper
feedback-day = Day
feedback-team = What residents wrote about your department
feedback-team-lead = Texts about the departments that you head, from { $fewest } texts on.
feedback-team-few = There are too few texts to show yet: there must be at least { $fewest }.
feedback-forms = Forms
feedback-forms-lead = A link and a code for residents: on a poster at the counter, below a letter or on a page.
feedback-forms-count = { $count ->
    [one] 1 form
   *[other] { $count } forms
}
feedback-forms-none = There is no form yet.
feedback-form = Form: { $name }
feedback-form-new = New form
feedback-form-name = Name
feedback-form-name-hint = For colleagues only: where the poster hangs or the link stands.
feedback-form-open = Make the form
feedback-form-next = Whoever has the link can fill it in at once.
feedback-form-opened = The form is open.
feedback-form-look = Look at the form
feedback-form-close = Close this form
feedback-form-close-lead = The link and the code no longer work after this, on posters that hang already neither.
feedback-form-close-do = Close the form
feedback-form-closed = The form is closed.
feedback-form-closed-on = Closed on { $date }
feedback-form-is-closed = This form was closed on { $date }. The link no longer works.
feedback-picture = Code to scan: opens the form
feedback-poster = How did we help you?
feedback-poster-how = Scan the code with your phone. Three short questions.
feedback-poster-typed = Or go to:
feedback-poster-print = Print this page for a poster.
feedback-file = File
feedback-file-lead = Take over what stands in another system, as CSV or Excel.
feedback-file-columns = Which columns
feedback-file-needed = Needed: channel and date.
feedback-file-optional = May be there: grade (1 to 10), effort (1 to 5), text, department (name or code).
feedback-file-rows = At most { $most } rows.
feedback-file-choose = File
feedback-file-hint = CSV or Excel (.xlsx). Take names and numbers of residents out yourself.
feedback-file-look = Look first
feedback-file-next = Nothing is saved yet: you see first what is taken over.
feedback-preview = Is this right?
feedback-preview-caption = What the file holds
feedback-preview-rows = { $count ->
    [one] 1 row is taken over
   *[other] { $count } rows are taken over
}
feedback-load = { $count ->
    [one] Take over 1 row
   *[other] Take over { $count } rows
}
feedback-load-next = What is there already is not taken over a second time.
feedback-load-all = Take over
feedback-known = { $count ->
    [one] 1 row is there already: of the same day and channel, with the same grades and words.
   *[other] { $count } rows are there already: of the same day and channel, with the same grades and words.
}
feedback-again = { $count ->
    [one] Take over this row too; it is of somebody else
   *[other] Take over these { $count } rows too; they are of others
}
feedback-load-nothing = There is nothing to take over.
feedback-loaded = { $count ->
    [one] 1 row was taken over.
   *[other] { $count } rows were taken over.
}
feedback-refused = { $count ->
    [one] 1 row is not taken over
   *[other] { $count } rows are not taken over
}
feedback-refused-line = Line { $line }
feedback-first = These are the first { $count }.
feedback-column-grade = Grade
feedback-column-effort = Effort
feedback-column-text = Text
problem-feedback-nothing = Choose a grade, choose how much effort it took, or write something.
problem-feedback-long-ago = Choose a day of the last thirteen months.
problem-not-a-channel = We do not know this channel. Choose counter, telephone, chat, post, social media, WhatsApp or online.
problem-not-a-department = We do not know this department.
problem-file-rows = A file may have 1 to { $max } rows.
problem-file-known = Everything in this file is there already.
problem-file-again = Choose the file once more.
contacts-title = Contacts
contacts-lead = How many contacts there were in a month. Grades of a channel with many contacts count for more.
contacts-caption = Contacts by month and channel
contacts-months = { $count ->
    [one] 1 month counted
   *[other] { $count } months counted
}
contacts-month = Month
contacts-write = Fill in a month
contacts-do = Save
contacts-next = What you leave empty stays as it was. For a month the last number counts.
contacts-written = The numbers were saved.
contacts-month-1 = January { $year }
contacts-month-2 = February { $year }
contacts-month-3 = March { $year }
contacts-month-4 = April { $year }
contacts-month-5 = May { $year }
contacts-month-6 = June { $year }
contacts-month-7 = July { $year }
contacts-month-8 = August { $year }
contacts-month-9 = September { $year }
contacts-month-10 = October { $year }
contacts-month-11 = November { $year }
contacts-month-12 = December { $year }
compliments-title = Compliments
compliments-lead = What residents and partners thanked us for, in words or with cake.
compliments-home = Compliments for you all
compliments-all = All compliments
compliments-filter = Which compliments
compliments-house = All
compliments-own = Of your own team
compliments-count = { $count ->
    [one] 1 compliment
   *[other] { $count } compliments
}
compliments-none = There is no compliment to show yet.
compliment-new = Enter a compliment
compliment-new-lead = A card or a cake counts too. Do not write down who gave it.
compliment-text = What was it?
compliment-text-hint = In the words of who gave it. Without names: what looks like a number or a mail address is taken out ({ $sign }).
compliment-shape = Shape
compliment-shape-words = Words
compliment-shape-card = Card
compliment-shape-flowers = Flowers
compliment-shape-cake = Cake
compliment-shape-other = Other
compliment-asked = We asked for it
compliment-asked-hint = Somebody asked how it went, or it stood on a form.
compliment-department = For whom is it?
compliment-for-everybody = Everybody
compliment-telling = Who may know?
compliment-telling-nobody = Nobody (it only counts)
compliment-telling-team = The team
compliment-telling-organisation = The whole organisation
compliment-telling-everybody = Everybody, residents too
compliment-telling-do = Change
compliment-told-now = Who knows: { $who }
compliment-told = Who may know was changed.
compliment-no-channel = Not known
compliment-day = When did it come?
compliment-new-do = Save
compliment-new-next = The team sees it at once, if it may know.
compliment-entered = The compliment was saved.
api-enter-feedback = Keep what a resident thinks of the service
## How it goes: the report on what was published
spread-title = How it goes
spread-lead = Is good service spreading, where not yet, and what has changed? All figures were fixed when a period was closed.
spread-none = No period has been closed yet. After that the figures stand here.
spread-close-first = Close the first period
spread-period = Period
spread-kept = { $count } of { $all }
spread-period-months = { $from } to { $until }
spread-period-year = { $year }
spread-period-half = { $number ->
    [1] the first half of { $year }
   *[other] the second half of { $year }
}
spread-period-quarter = { $number ->
    [1] the first quarter of { $year }
    [2] the second quarter of { $year }
    [3] the third quarter of { $year }
   *[other] the fourth quarter of { $year }
}
spread-too-few = too few answers to show
spread-less = less than { $value }
spread-more = more than { $value }
spread-interval = between { $range }
spread-n = number: { $band }
spread-indicative = indicative
spread-spark = By period: { $values }.
spread-trend-higher = higher
spread-trend-lower = lower
spread-trend-no-difference = no demonstrable difference
spread-trend-too-little = too little data
spread-detect = A difference can be shown here only from about { $points } percentage points.
spread-detect-none = With so few answers no difference can be shown here.
spread-changed = What stands out in { $period }
spread-said-first = This is the first period. There is nothing to compare with yet.
spread-said-nothing = None of the figures can be compared with the period before.
spread-said-higher = Higher than in { $before }: { $what }.
spread-said-lower = Lower than in { $before }: { $what }.
spread-said-no-difference = No demonstrable difference from { $before }: { $what }.
spread-said-too-little = Too little data to compare with { $before }: { $what }.
spread-said-vote = { $name } (votes)
spread-said-further = Further up the ladder than in the period before: { $what }.
spread-said-back = Lower on the ladder than in the period before: { $what }.
spread-said-still = { $count ->
    [one] 1 department is still at the beginning (step 0 or 1): { $what }.
   *[other] { $count } departments are still at the beginning (step 0 or 1): { $what }.
}
spread-said-stain = Of all staff { $talking } work in a department that is talking or further, and { $learning } in a department that is learning or further.
spread-and = { $names } and { $last }
spread-and-more = { $count ->
    [one] { $names } and 1 more
   *[other] { $names } and { $count } more
}
spread-rest = Other parts of { $name } (put together)
spread-stain = The oil stain
spread-stain-title = The oil stain: which part of staff works in a department at each step of the ladder or further, by period.
spread-stain-caption = Part of staff in departments at each step or further
spread-stain-how = What the steps ask
spread-as-table = See the figures as a table
spread-beside = Put beside the organisation
spread-step = { $step ->
    [0] step 0, not started
    [1] step 1, talking
    [2] step 2, doing
    [3] step 3, learning
    [4] step 4, applying
   *[other] step 5, residents notice
}
spread-step-short = Step { $step }
spread-step-was = was step { $step }
spread-step-now = The department is at step { $step } of the ladder.
spread-step-same = The department is at step { $step } of the ladder, as in the period before.
spread-step-moved = The department is at step { $step } of the ladder. In the period before that was step { $was }.
spread-condition-talking = enough teams with a conversation and an action
spread-condition-action-done = an improvement is done
spread-condition-ideas-answered = ideas are answered in time
spread-condition-learning = enough people followed a training
spread-condition-applying = people apply what they learned
spread-condition-noticed = residents notice, two periods in a row
spread-met = yes
spread-not-met = not yet
spread-indicators = The figures
spread-indicators-caption = The figures of the period
spread-how-read = Between brackets stands where the real figure lies with 95% certainty. “Indicative” means: less than 40% answered. Numbers stand in groups, so that nobody can be recognised.
spread-column-period = Period
spread-column-unit = Part
spread-column-measure = Subject
spread-column-indicator = Figure
spread-column-value = Value
spread-column-interval = 95% interval
spread-column-n = Number of answers or cases
spread-column-trend = Against the period before
spread-column-indicative = Indicative
spread-column-course = Course
spread-column-step = Step
spread-column-conditions = What the ladder asks
spread-split-themes = See by theme
spread-split-useful = See by workshop
spread-ladder = The ladder by department
spread-ladder-caption = How far each department is, with what goes well already
spread-order = { $count ->
    [one] 1 part.
   *[other] { $count } parts, in the order of the organisation. This is no ranking.
}
spread-heat = The core values by department
spread-heat-how = The part of answers that is positive (4 or 5). The darker, the higher. Questionnaire and votes are different measurements and are not added up.
spread-no-improvements = Nothing was completed in this period.
spread-definition = Definition
spread-definitions = Definitions
spread-paper = Download this report as PDF
spread-unit-lead = The figures of this department beside those of the whole organisation.
spread-below = Parts below
spread-below-how = As far as there are enough answers.
spread-over-periods = Whole organisation, by period
spread-over-caption = { $name } of the whole organisation, by period
spread-subjects = In detail, { $period }
spread-units = By part, { $period }
spread-units-caption = { $name } by part
spread-of-channel = { $name }, { $channel }
spread-channel-counter = counter
spread-channel-telephone = telephone
spread-channel-chat = chat
spread-channel-post = post
spread-channel-social-media = social media
spread-channel-whatsapp = WhatsApp
spread-channel-online = online
spread-home = { $name } is at { $step ->
    [0] step 0, not started
    [1] step 1, talking
    [2] step 2, doing
    [3] step 3, learning
    [4] step 4, applying
   *[other] step 5, residents notice
}.
spread-home-figures = There are figures of { $name }.
spread-home-link = See how it goes
spread-measure-reach = Reach of conversations
spread-measure-team-coverage = Coverage of teams
spread-measure-values = Core values, from the questionnaire
spread-measure-votes = Core values, from votes in conversations
spread-measure-themes = Themes
spread-measure-on-time = Actions in time
spread-measure-answered = Answers to ideas
spread-measure-training-reach = Reach of training
spread-measure-assigned = Assigned training
spread-measure-useful = Appreciation on the day
spread-measure-applied = Use after three months
spread-measure-promises = Service promises
spread-measure-grade = Residents’ grade
spread-measure-ladder = The ladder and the oil stain
spread-indicator-reach = Reach of conversations
spread-indicator-team-coverage = Coverage of teams
spread-indicator-theme-spread = Spread of a theme
spread-indicator-on-time = Actions in time
spread-indicator-answered = Answers to ideas
spread-indicator-training-reach = Reach of training
spread-indicator-assigned = Assigned training
spread-indicator-useful = Useful in one’s work
spread-indicator-applied = Applied after three months
spread-indicator-promise = Service promise
spread-indicator-promises-kept = Promises kept
spread-indicator-grade = Mean grade
spread-indicator-grade-high = Grade 8 or higher
spread-indicator-grade-low = Grade 5 or lower
spread-indicator-oil-stain = Staff in departments at this step or further
spread-def-what = What it is
spread-def-formula = Formula
spread-def-unit = Unit
spread-def-least = Minimum to be shown
spread-def-source = Source
spread-def-rollup = How parts count together
spread-def-trend = When we say “higher” or “lower”
spread-def-reach-what = Which part of staff took part in a conversation about service.
spread-def-reach-formula = Take the largest number of participants in one conversation of each team, add the teams up, and divide by the number of staff on the last day of the period.
spread-def-reach-unit = Per cent of staff.
spread-def-reach-least = At least { $headcount } members of staff.
spread-def-reach-source = The conversations that were recorded.
spread-def-reach-rollup = Numerators and denominators are added up.
spread-def-reach-trend = Never: this is a count, no sample.
spread-def-team-coverage-what = Which part of teams had a conversation and agreed on something.
spread-def-team-coverage-formula = Teams with at least one conversation and at least one agreed improvement, divided by all teams.
spread-def-team-coverage-unit = Per cent of teams.
spread-def-team-coverage-least = At least 3 teams.
spread-def-team-coverage-source = The conversations that were recorded, and improvements.
spread-def-team-coverage-rollup = Numerators and denominators are added up.
spread-def-team-coverage-trend = Never: this is a count.
spread-def-values-what = What staff say about the four core values, without their name.
spread-def-values-formula = For each core value: answers 4 and 5, divided by all answers. Only who answered all four questions counts. There is no figure for the four together.
spread-def-values-unit = Per cent of answers.
spread-def-values-least = At least { $people } answers and { $headcount } members of staff, and nowhere a group of fewer than { $people } that could be worked out. With less than 40% response it says “indicative”.
spread-def-values-source = The questionnaire to all staff, without names.
spread-def-values-rollup = Weighted by the number of staff, only over parts that are shown.
spread-def-values-trend = When the 95% interval of the difference (Newcombe, corrected for the number of staff) does not hold 0, and the difference is at least 5 points for the organisation or 10 for a department. With many departments at once we are stricter (Benjamini-Hochberg, 10%).
spread-def-votes-what = What teams voted about the four core values in a conversation, without names.
spread-def-votes-formula = For each core value: votes 4 and 5, divided by all votes.
spread-def-votes-unit = Per cent of votes.
spread-def-votes-least = At least { $people } votes and { $headcount } members of staff, and nowhere a group of fewer than { $people } that could be worked out.
spread-def-votes-source = Votes in conversations. They are never added to the questionnaire.
spread-def-votes-rollup = Weighted by the number of staff, only over parts that are shown.
spread-def-votes-trend = As with the questionnaire.
spread-def-themes-what = In how many departments a theme comes up in conversations.
spread-def-themes-formula = Departments where the theme was named, divided by departments with a conversation.
spread-def-themes-unit = Per cent of departments.
spread-def-themes-least = At least 3 conversations of different teams with 15 participants together.
spread-def-themes-source = The summaries of conversations.
spread-def-themes-rollup = Numbers are added up.
spread-def-themes-trend = Never.
spread-def-on-time-what = Which part of agreed improvements was done in time.
spread-def-on-time-formula = Improvements that were done by their day, divided by all improvements whose day fell in the period. A day that was moved counts as late once.
spread-def-on-time-unit = Per cent of improvements.
spread-def-on-time-least = At least 5 improvements.
spread-def-on-time-source = The board “you said, we did”.
spread-def-on-time-rollup = Numerators and denominators are added up.
spread-def-on-time-trend = When the 95% interval of the difference (Newcombe) does not hold 0.
spread-def-answered-what = Which part of ideas was answered in time. “No, because” is an answer too.
spread-def-answered-formula = Ideas that were answered within 20 working days, divided by all ideas that became 20 working days old in the period.
spread-def-answered-unit = Per cent of ideas.
spread-def-answered-least = At least 5 ideas.
spread-def-answered-source = The board “you said, we did”.
spread-def-answered-rollup = Numerators and denominators are added up.
spread-def-answered-trend = When the 95% interval of the difference (Newcombe) does not hold 0.
spread-def-training-reach-what = Which part of staff completed a training in this year of the programme.
spread-def-training-reach-formula = Different members of staff with at least one completed training in the year of the programme, divided by the number of staff.
spread-def-training-reach-unit = Per cent of staff; with fewer than 20 in groups of 25%.
spread-def-training-reach-least = At least { $headcount } members of staff.
spread-def-training-reach-source = The registers of workshops.
spread-def-training-reach-rollup = Numerators and denominators are added up.
spread-def-training-reach-trend = Never: this is a count.
spread-def-assigned-what = Which part of assigned training was followed.
spread-def-assigned-formula = Completed assignments, divided by all that were given less those withdrawn and of who left.
spread-def-assigned-unit = Per cent of assignments.
spread-def-assigned-least = At least { $people } people.
spread-def-assigned-source = Assigned training.
spread-def-assigned-rollup = Numerators and denominators are added up.
spread-def-assigned-trend = When the 95% intervals (Wilson) of both periods do not touch.
spread-def-useful-what = Whether participants find a workshop useful in their work.
spread-def-useful-formula = Answers 4 and 5 to “useful in my work”, divided by all answers.
spread-def-useful-unit = Per cent of answers, by workshop.
spread-def-useful-least = At least { $people } answers for a workshop, all dates together.
spread-def-useful-source = The evaluation after a workshop, without names.
spread-def-useful-rollup = By workshop, not by department.
spread-def-useful-trend = When the 95% interval of the difference (Newcombe) does not hold 0.
spread-def-applied-what = Whether people use what they learned after three months.
spread-def-applied-formula = Answers “applied in the last 2 weeks”, divided by all answers. We ask 12 weeks after the workshop, for 4 weeks. The outermost values are x / invited and (x + not answered) / invited.
spread-def-applied-unit = Per cent of answers.
spread-def-applied-least = At least { $people } answers.
spread-def-applied-source = The second evaluation, without names.
spread-def-applied-rollup = All answers together.
spread-def-applied-trend = When the 95% interval of the difference (Newcombe) does not hold 0.
spread-def-promises-what = How often we do what we promise to residents.
spread-def-promises-formula = For each promise: in time, divided by all that was due in the period. What is open and overdue counts as missed. Some promises have a unit of their own, which stands with the promise. “Promises kept” counts those that met their target.
spread-def-promises-unit = Per cent of cases, or the unit of the promise.
spread-def-promises-least = At least 20 cases, and a department of at least { $headcount } members of staff.
spread-def-promises-source = The readings of the promises.
spread-def-promises-rollup = Cases are added up.
spread-def-promises-trend = A control chart (p-chart) with Laney’s correction, from 12 readings.
spread-def-grade-what = Which grade residents give.
spread-def-grade-formula = The mean of grades 1 to 10, the part that gave 8 or higher and the part that gave 5 or lower, with 95% interval. The target 8 is met only when the lower bound is 8 or higher.
spread-def-grade-unit = A grade from 1 to 10; per cent of grades.
spread-def-grade-least = At least { $grades } grades; outside the organisation { $grades-public }.
spread-def-grade-source = The forms for residents, without names.
spread-def-grade-rollup = Weighted by the number of contacts of each channel; of a department as they were given.
spread-def-grade-trend = When the 95% interval of the difference (Welch) does not hold 0.
spread-def-ladder-what = How far a department is, in conditions that are met or not. No figure and no ranking.
spread-def-ladder-formula = Step 0: not started. Step 1, talking: coverage of teams at least { $talking }%. Step 2, doing: also an improvement done and answers to ideas at least { $answered }%. Step 3, learning: also reach of training at least { $learning }% or assigned training at least { $assigned }%. Step 4, applying: also use after three months at least { $applied }%. Step 5, residents notice: also a promise or the residents’ grade on target, two periods in a row. The oil stain is the part of staff in departments at a step or further.
spread-def-ladder-unit = A step from 0 to 5; per cent of staff.
spread-def-ladder-least = At least { $headcount } members of staff. A department without teams counts as one team.
spread-def-ladder-source = Only figures that were published.
spread-def-ladder-rollup = Staff of departments at a step or further, divided by all staff.
spread-def-ladder-trend = Never: a step is reached or not.
spread-paragraph-title = Text for a board proposal
spread-paragraph-lead = A text on the service of { $name }, from published figures. Copy it, or download it.
spread-paragraph-heading = Service
spread-paragraph-begin = This is how the service of { $name } stood in { $period }.
spread-paragraph-few = Too few answers to show: { $what }.
spread-paragraph-end = These figures were fixed on { $date } and do not change any more. Every figure has a definition in Olievlek.
spread-paragraph-word = Download for Word
spread-paragraph-markdown = Download as Markdown
spread-annex-title = Annex for the works council: what is measured
spread-annex-link = What is measured, and who sees what?
spread-annex-lead = This holds now, as it is set. Everybody may read this. You can print it.
spread-annex-collected = What is collected?
spread-annex-talks = Conversations
spread-annex-talks-what = That there was a conversation, with which teams and how many people, and its themes. Never who was there.
spread-annex-votes = Votes
spread-annex-votes-what = How often each score was given. Without names, and nothing of fewer than five votes.
spread-annex-ideas = Ideas and improvements
spread-annex-ideas-what = What a team wants better, who answered and who does it, with a day.
spread-annex-trainings = Workshops
spread-annex-trainings-what = Who completed a workshop and who has an assigned training. In figures only as a number.
spread-annex-evaluations = Evaluations
spread-annex-evaluations-what = What participants thought of a workshop, without names.
spread-annex-pulse = Questionnaire on the core values
spread-annex-pulse-what = Four answers a person, without name or time; only with which department.
spread-annex-promises = Service promises
spread-annex-promises-what = Readings of what we promise to residents. Never by member of staff.
spread-annex-feedback = Grades of residents
spread-annex-feedback-what = A grade, the channel and a remark. Never who it was.
spread-annex-readers = Who sees what?
spread-annex-everybody = Everybody who works here
spread-annex-everybody-what = The figures of the whole organisation, the definitions and this annex.
spread-annex-head = A head
spread-annex-head-what = Also the own department and what lies below it, when there are enough answers.
spread-annex-programme = Who runs the programme
spread-annex-programme-what = Also all departments, when there are enough answers.
spread-annex-nobody = Nobody
spread-annex-nobody-what = Answers of one person, figures by member of staff, a ranking. Nothing of this counts in an appraisal.
spread-annex-rules = Thresholds
spread-annex-rules-how = How many people it takes can be raised, never lowered. Every change stays.
spread-annex-rule = Threshold
spread-annex-rules-caption = The thresholds that hold now
spread-annex-ledger-caption = What stands in the ledger
spread-annex-since = Since
spread-annex-always = from the beginning
spread-annex-changes = Changes
spread-annex-rule-people = Least number of people behind a figure inside the organisation
spread-annex-rule-people-public = Least number of people behind a public figure
spread-annex-rule-headcount = Least number of staff of a part
spread-annex-rule-grain = Length of a period
spread-annex-rule-ladder-talking = Ladder: teams with a conversation and an action
spread-annex-rule-ladder-answered = Ladder: ideas answered in time
spread-annex-rule-ladder-learning = Ladder: staff with a training
spread-annex-rule-ladder-assigned = Ladder: assigned training completed
spread-annex-rule-ladder-applied = Ladder: applied after three months
spread-grain-default = a year with fewer than 600 staff, else half a year
spread-grain-quarter = a quarter
spread-grain-half-year = half a year
spread-grain-year = a year
spread-annex-kept = How long does it stay?
spread-annex-figures = Published figures
spread-annex-figures-kept = stay, without names
spread-annex-ledger = { $count ->
    [0] The ledger: nothing yet
    [one] The ledger: 1 publication
   *[other] The ledger: { $count } publications
}
spread-annex-ledger-how = Of which groups of answers a figure was published. How many people that were does not stand here. The code shows that nothing was changed.
spread-annex-family = Kind of answers
spread-annex-level = For whom
spread-annex-least = At least so many people
spread-annex-published = Published
spread-annex-hash = Code
spread-family-pulse = questionnaire
spread-family-votes = votes
spread-family-usefulness = evaluation
spread-family-use = evaluation after three months
spread-family-grades = grades of residents
spread-level-internal = inside the organisation
spread-level-public = also for residents
permissions-on-spread-title = Figures of the organisation
permissions-on-spread = Published figures of the whole organisation, with their definition and the annex for the works council. A head sees the own department beside it, whoever runs the programme sees all departments.
permissions-on-spread-unit-title = Figures of a department
permissions-on-spread-unit = What was published of a department, and the text about it for a proposal. A head finds only the own department and what lies below it.
