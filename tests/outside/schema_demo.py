"""What of the demo the operations are tried on: ids that are there, in a state in which the house says yes.

`things(database)` gives for an operation of the API document a few of `{"path": {...}, "body": {...}}`; `seed` puts them
in the document, with the cursors of lists.
"""

import datetime
import pathlib
import sqlite3
import uuid

MOST = 3
NOW = datetime.datetime.now(datetime.UTC).replace(microsecond=0)

# A date that is open, has seats and starts no sooner than in two weeks: whoever leaves then need not say why.
OPEN = """SELECT session.id FROM session WHERE session.state = 'open' AND session.draw_at IS NULL
    AND datetime(session.starts_at) > datetime('now', '+14 days') AND session.capacity - session.taken - session.held > 3
    AND NOT EXISTS (SELECT 1 FROM prerequisite WHERE prerequisite.workshop_id = session.workshop_id)"""
PLACE = f"SELECT enrolment.id FROM enrolment WHERE status = 'confirmed' AND session_id IN ({OPEN})"
REQUEST = "SELECT enrolment.id FROM enrolment JOIN approval ON enrolment_id = enrolment.id WHERE state = 'open' ORDER BY enrolment.id"
BEGUN = "SELECT id FROM meeting WHERE closed_at IS NULL AND datetime(starts_at) < datetime('now') ORDER BY starts_at"
MEMBER = "SELECT id FROM person WHERE email <> ''"
ENTERED = "SELECT code, every, unit, max(begins_on) FROM promise JOIN reading ON promise_id = promise.id WHERE origin = 'entered' GROUP BY code"
TEAM = "SELECT id FROM department WHERE kind = 'team'"

# Who has most certificates: they are for the own eyes only.
GRADUATE = """SELECT person_id FROM enrolment JOIN certificate ON enrolment_id = enrolment.id
    GROUP BY person_id ORDER BY count(*) DESC, person_id LIMIT 1"""
# Who asks: the administrator, and the one with certificates.
WHO = ("SELECT person_id FROM role WHERE kind = 'administrator'", GRADUATE)


class Town:
    """The rows of the demo, read without writing."""

    def __init__(self, database):
        self.rows = sqlite3.connect(f"file:{pathlib.Path(database).resolve()}?mode=ro", uri=True)

    def __call__(self, sql, *ids):
        """Rows; an id is a text as in an address, also in a question."""
        text = lambda value: str(uuid.UUID(bytes=value)) if isinstance(value, bytes) else value
        return [tuple(map(text, row)) for row in self.rows.execute(sql, [uuid.UUID(one).bytes for one in ids])]

    def ids(self, sql, skip=0):
        """A few, after those that something else is done with."""
        found = [row[0] for row in self(f"{sql} LIMIT {MOST} OFFSET {skip}")]
        assert found, f"the demo has nothing of this: {sql}"
        return found

    def one(self, sql):
        return self.ids(sql)[0]


def moment(days, hour):
    return (NOW + datetime.timedelta(days=days)).replace(hour=hour, minute=0, second=0).isoformat().replace("+00:00", "Z")


def meeting(days, **more):
    return {"start": moment(days, 9), "end": moment(days, 11), "location": "Raadhuis, kamer 2"} | more


def at(ids, *bodies):
    """Each id, with the bodies in turn."""
    return [{"path": {"id": one}} | ({"body": bodies[n % len(bodies)]} if bodies else {}) for n, one in enumerate(ids)]


def things(database):
    town = Town(database)
    return reads(town) | sessions(town) | places(town) | registers(town) | others(town)


def reads(town):
    table = lambda name, more="": at(town.ids(f"SELECT id FROM {name} {more}"))
    return {
        "list-cells": table("adoption_period", "WHERE closed_at IS NOT NULL"),
        "show-assignment": table("assignment"), "show-progress": table("assignment"),
        "show-certificate": table("certificate", f"WHERE enrolment_id IN (SELECT id FROM enrolment WHERE person_id = ({GRADUATE}))"),
        "show-enrolment": table("enrolment"), "show-improvement": table("improvement"),
        "show-attendance": table("meeting"), "show-session": table("session"), "list-enrolments": table("session"),
        "show-workshop": table("workshop"), "show-evaluation": table("workshop"),
        "list-readings": [{"path": {"code": code}} for code in town.ids("SELECT code FROM promise")],
    }


def sessions(town):
    people = [address for (address,) in town("SELECT email FROM person WHERE email <> '' ORDER BY email LIMIT 6")]
    plans = [{"workshopId": one, "meetings": [meeting(400 + n)], "capacity": 12} for n, one in enumerate(town.ids("SELECT id FROM workshop"))]
    wishes = [{"personId": one} for one in town.ids(f"{MEMBER} ORDER BY id DESC")]
    holds = [{"departmentId": one, "seats": 2} for one in town.ids(TEAM)]
    return {
        "plan-session": [{"body": plan} for plan in plans],
        "enrol": at(town.ids(OPEN), *wishes),
        "enrol-many": at(town.ids(OPEN), {"people": people[:3]}, {"people": people[3:], "shortNotice": False}),
        "hold-seats": at(town.ids(OPEN), *holds),
        "send-message": at(town.ids(PLACE.replace("enrolment.id", "DISTINCT session_id")), {"to": "participants", "subject": "De dag", "text": "Tot dan."}),
        "go-ahead": at(town.ids(OPEN)),
        "call-off": at(town.ids(OPEN, 3), {"reason": "De trainer is ziek."}, {}),
        "move-session": [moved(town, one) for one in town.ids(OPEN, 6)],
    }


def moved(town, session):
    """Its meetings, a week apart and far from everything."""
    meetings = town("SELECT id FROM meeting WHERE session_id = ?", session)
    return {"path": {"id": session}, "body": {"meetings": [meeting(430 + 7 * n, id=one) for n, (one,) in enumerate(meetings)]}}


def places(town):
    # Another date of the same workshop that somebody is not on yet.
    swaps = town(f"""SELECT old.id, min(other.id) FROM enrolment old JOIN session other ON other.workshop_id = old.workshop_id
        WHERE old.id IN ({PLACE}) AND other.id IN ({OPEN}) AND other.id <> old.session_id
        AND NOT EXISTS (SELECT 1 FROM enrolment also WHERE also.person_id = old.person_id AND also.session_id = other.id)
        GROUP BY old.person_id LIMIT {MOST}""")
    return {
        "accept": at(town.ids("SELECT id FROM enrolment WHERE status = 'offered'")),
        "grant-request": at(town.ids(REQUEST)[:2]),
        "decline-request": at(town.ids(REQUEST, 2), {"reason": "Dit kwartaal lukt het niet."}),
        "swap": [{"path": {"id": old}, "body": {"sessionId": to}} for old, to in swaps],
        "withdraw": at(town.ids(f"{PLACE} ORDER BY id DESC"), {"reason": "Ik ben er dan niet."}),
        "release-seats": at(town.ids("SELECT id FROM held_seat WHERE ended_at IS NULL AND datetime(releases_at) > datetime('now')")),
    }


def registers(town):
    """The register of today is kept, one that is over closed."""
    over, *_, today = town.ids(BEGUN)
    who = town("SELECT id FROM enrolment WHERE status = 'confirmed' AND session_id = (SELECT session_id FROM meeting WHERE id = ?) LIMIT 2", today)
    marks = [{"enrolmentId": one, "mark": "present"} for (one,) in who]
    return {"mark-attendance": at([today], {"marks": marks}), "close-register": at([over])}


def others(town):
    helper = town.one("SELECT person_id FROM role WHERE kind = 'facilitator'")
    talk = {"kind": "team", "minutes": 60, "place": "Postkamer", "facilitatorId": helper}
    teams = town.ids(TEAM)
    task = {"reason": "Iedereen die bezoekers spreekt.", "dueDays": 90}
    return {
        "plan-conversation": [{"body": talk | {"start": moment(200 + n, 9), "teamIds": [one]}} for n, one in enumerate(teams)],
        "assign": [{"body": task | {"workshopId": one, "departmentIds": teams[:1]}} for one in town.ids("SELECT id FROM workshop")],
        "enter-reading": [reading(*row) for row in town(ENTERED)],
        "enter-feedback": [{"body": {"channel": "counter", "grade": 8, "departmentId": teams[0], "text": "Vlot geholpen."}}, {"body": {"channel": "telephone", "effort": 2}}],
    }


def reading(code, every, unit, begins):
    """A better figure for the last period that was measured."""
    year, month = begins[:4], int(begins[5:7])
    period = {"month": f"{year}-{month:02}", "quarter": f"{year}-K{(month + 2) // 3}", "year": year}[every]
    value = {"met": 90, "cases": 100} if unit == "share" else {"value": 1}
    return {"path": {"code": code}, "body": {"period": period, "note": "Nageteld."} | value}


def seed(document, found, ask):
    """
    Puts what was found in the document: the ids that there are, one whole request as an example of each, and as the only cursor
    the one that the house gave. `ask(path, operation)` answers a request of ours.
    """
    for path, methods in document["paths"].items():
        for operation in methods.values():
            mine = found.get(operation["operationId"], [])
            write(operation, mine)
            for one in operation.get("parameters", []):
                if one["name"] == "cursor":
                    there = path.format(**(mine[0]["path"] if mine else {}))
                    given = ask(f"{there}?limit=1", operation["operationId"])["next"]
                    # Without a second part there is no cursor to send.
                    one["schema"]["enum"] = [given] if given else []
            operation["parameters"] = [one for one in operation.get("parameters", []) if one["schema"].get("enum") != []]


def write(operation, all_of_it):
    for one in operation.get("parameters", []):
        values = [thing["path"][one["name"]] for thing in all_of_it if one["in"] == "path"]
        if values:
            one["schema"]["enum"] = list(dict.fromkeys(values))
            one["examples"] = {f"{n}": {"value": value} for n, value in enumerate(values)}
    bodies = [thing["body"] for thing in all_of_it if "body" in thing]
    for content in operation.get("requestBody", {}).get("content", {}).values() if bodies else []:
        content["examples"] = {f"{n}": {"value": body} for n, body in enumerate(bodies)}
