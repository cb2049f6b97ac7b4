"""Reads papers (.pdf) with a second program and holds them against PDF/UA-1.

    paper.py FOLDER

The language, the title that a viewer shows, the mark of PDF/UA-1, a tree of tags over everything that is said, a text for every
picture, headings in the tables, and fonts that are inside; `pdfinfo` reads the file too.
"""

import pathlib
import shutil
import subprocess
import sys

import pikepdf

LANGUAGES = {"nl", "en"}


def kids(node):
    """What hangs under a node of the tree of tags, as nodes."""
    below = node.get("/K")
    if below is None:
        return []
    below = list(below) if isinstance(below, pikepdf.Array) else [below]
    return [one for one in below if isinstance(one, pikepdf.Dictionary) and "/S" in one]


def nodes(root):
    """Every node with a tag, in the order in which it is read."""
    for one in kids(root):
        yield one
        yield from nodes(one)


def problems(pdf, name):
    """What is wrong with a paper, in words."""
    root = pdf.Root
    if str(root.get("/Lang", "")).split("-")[0] not in LANGUAGES:
        yield f"language {root.get('/Lang')}"
    if ("english" in name) != (str(root.get("/Lang")).startswith("en")):
        yield "another language than was asked"
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "not marked"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "the title is not shown"
    with pdf.open_metadata() as said:
        if said.get("pdfuaid:part") != "1":
            yield "no PDF/UA-1"
        if not said.get("dc:title"):
            yield "no title"
    if any("/StructParents" not in page or page.get("/Tabs") != "/S" for page in pdf.pages):
        yield "a page outside the tree"
    if "/StructTreeRoot" not in root:
        yield "no tree of tags"
        return
    tags = list(nodes(root.StructTreeRoot))
    yield from wrong(tags, name)
    yield from fonts(pdf)


def wrong(tags, name):
    """What is wrong with the tags."""
    kinds = [str(tag.S) for tag in tags]
    if name.startswith(("sheet", "certificate", "report")) and kinds.count("/H1") != 1:
        yield f"{kinds.count('/H1')} headings of the first order"
    if name.startswith("sheet"):
        if kinds.count("/Table") != 1 or kinds.count("/TH") < 4:
            yield f"{kinds.count('/Table')} tables with {kinds.count('/TH')} headings"
    if name.startswith("report") and (kinds.count("/Table") < 2 or "/Figure" not in kinds):
        yield f"{kinds.count('/Table')} tables and {kinds.count('/Figure')} pictures"
    if name.startswith(("sheet", "report")) and any(str(tag.S) == "/TH" and not scope(tag) for tag in tags):
        yield "a heading that is of nothing"
    if name.startswith("certificate") and ("/Figure" not in kinds or "/Link" not in kinds):
        yield "no picture or no link"
    for tag in tags:
        if str(tag.S) == "/Figure" and not str(tag.get("/Alt", "")):
            yield "a picture without a text"


def scope(tag):
    """Of what a heading is one."""
    said = tag.get("/A")
    said = list(said) if isinstance(said, pikepdf.Array) else [said]
    return any(isinstance(one, pikepdf.Dictionary) and "/Scope" in one for one in said)


def fonts(pdf):
    """Fonts that are not inside, or of which nobody knows what they say."""
    for page in pdf.pages:
        for font in (page.get("/Resources", {}).get("/Font") or {}).values():
            below = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            inside = below.get("/FontDescriptor", {})
            if not any(part in inside for part in ("/FontFile", "/FontFile2", "/FontFile3")):
                yield f"{font.get('/BaseFont')} is not inside"
            if "/ToUnicode" not in font:
                yield f"{font.get('/BaseFont')} cannot be read"


def info(path):
    """What `pdfinfo` says of it, where it is installed."""
    if not shutil.which("pdfinfo"):
        return
    said = subprocess.run(["pdfinfo", path], capture_output=True, text=True)
    lines = dict(line.split(":", 1) for line in said.stdout.splitlines() if ":" in line)
    if said.returncode or lines.get("Tagged", "").strip() != "yes" or not lines.get("Title", "").strip():
        yield f"pdfinfo: {said.stderr.strip() or 'no tags or no title'}"


def main(folder):
    """Prints what is wrong, and how many papers are right."""
    papers = sorted(pathlib.Path(folder).glob("*.pdf"))
    bad = 0
    for path in papers:
        with pikepdf.open(path) as pdf:
            found = [*problems(pdf, path.stem), *info(path)]
        bad += bool(found)
        for problem in sorted(set(found)):
            print(f"{path.name}: {problem}")
    print(f"{len(papers) - bad} passed, {bad or (0 if papers else 1)} failed")
    return 1 if bad or not papers else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
