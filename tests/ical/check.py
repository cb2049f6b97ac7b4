"""Reads letters (.eml) with a second implementation of mail and iCalendar.

    check.py FOLDER

Every calendar part must parse, carry the method of its header, hold one event with what calendars need, and be the
same file as the attachment.
"""

import email.policy
import pathlib
import sys

import icalendar

NEEDED = ["UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "ORGANIZER", "ATTENDEE", "STATUS"]
STATUS = {"REQUEST": "CONFIRMED", "CANCEL": "CANCELLED"}


def problems(letter):
    """What is wrong with a letter, in words; its entry, or nothing."""
    if len(letter["To"].addresses) != 1 or not letter["Message-ID"]:
        yield "not one recipient and one Message-ID"
    for kind in ("text/plain", "text/html"):
        if not any(part.get_content_type() == kind for part in letter.walk()):
            yield f"no {kind}"
    parts = [part for part in letter.walk() if part.get_content_type() == "text/calendar"]
    files = [part for part in letter.walk() if part.get_filename() == "invite.ics"]
    if len(parts) != len(files) or len(parts) > 1:
        yield f"{len(parts)} calendar parts, {len(files)} files"
    for part, file in zip(parts, files):
        if part.get_payload(decode=True) != file.get_payload(decode=True):
            yield "the file is another than the part"
        yield from wrong(part)


def wrong(part):
    """What is wrong with a calendar part."""
    calendar = icalendar.Calendar.from_ical(part.get_payload(decode=True))
    method, events = str(calendar.get("METHOD")), calendar.walk("VEVENT")
    if part["Content-Type"].params.get("method") != method or method not in STATUS:
        yield f"method {method}, in the header {part['Content-Type'].params.get('method')}"
    if len(events) != 1 or events[0].errors or calendar.errors:
        yield f"{len(events)} events: {calendar.errors}"
        return
    event = events[0]
    missing = [name for name in NEEDED if name not in event]
    if missing:
        yield f"without {missing}"
    elif str(event["STATUS"]) != STATUS[method] or event["DTSTART"].dt >= event["DTEND"].dt:
        yield f"{event['STATUS']} from {event['DTSTART'].dt} to {event['DTEND'].dt}"
    elif event["DTSTART"].dt.utcoffset() is None or event["ATTENDEE"].params.get("RSVP") != "FALSE":
        yield "a time without zone, or a question to the attendee"


def sequence_problems(letters):
    """Of one UID every message has a SEQUENCE of its own."""
    seen = set()
    for path, letter in letters:
        for part in letter.walk():
            if part.get_content_type() == "text/calendar":
                event = icalendar.Calendar.from_ical(part.get_payload(decode=True)).walk("VEVENT")[0]
                key = (str(event["UID"]), int(event["SEQUENCE"]))
                if key in seen:
                    yield path, f"{key} twice"
                seen.add(key)


def main(folder):
    paths = sorted(pathlib.Path(folder).glob("**/*.eml"))
    letters = [(path, email.message_from_bytes(path.read_bytes(), policy=email.policy.default)) for path in paths]
    found = [(path, problem) for path, letter in letters for problem in problems(letter)]
    found += sequence_problems(letters)
    for path, problem in found:
        print(f"{path}: {problem}")
    bad = len({path for path, _ in found}) or int(not letters)
    print(f"{len(letters) - len({path for path, _ in found})} passed, {bad} failed")
    return bad


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
