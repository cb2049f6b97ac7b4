use olievlek::domain::{
    error::Error,
    people::import::read::{self, Table},
};

fn read(bytes: impl AsRef<[u8]>) -> Table {
    read::read(bytes.as_ref()).unwrap()
}

fn problem(bytes: impl AsRef<[u8]>) -> &'static str {
    match read::read(bytes.as_ref()) {
        Err(Error::Invalid(fields)) => fields[0].key,
        other => panic!("{other:?}"),
    }
}

#[test]
fn any_usual_encoding_and_separator_gives_the_same_rows() {
    let utf16: Vec<u8> =
        "\u{feff}naam;stad\nZoë;Žagreb\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let files: [&[u8]; 6] = [
        "naam;stad\nZoë;Žagreb\n".as_bytes(),
        "\u{feff}naam,stad\nZoë,Žagreb\n".as_bytes(),
        "naam\tstad\r\nZoë\tŽagreb\r\n".as_bytes(),
        "\u{feff}\"naam\";\"stad, of dorp\"\n Zoë ; Žagreb\u{a0}\n".as_bytes(),
        b"naam;stad\r\nZo\xeb;\x8eagreb\r\n",
        &utf16,
    ];
    for file in files {
        let table = read(file);
        assert_eq!(table.header[0], "naam");
        assert_eq!(table.rows[0].cells, ["Zoë", "Žagreb"]);
    }
}

#[test]
fn a_row_is_told_by_the_line_on_which_it_begins() {
    for end in ["\n", "\r\n"] {
        let text = ["a;b", "1;x", "", "2;\"two", "lines\"", ";", "3;y"].join(end);
        let table = read(text);
        let lines: Vec<_> = table.rows.iter().map(|row| (row.line, row.cell(0).to_owned())).collect();
        assert_eq!(lines, [(2, "1".into()), (4, "2".into()), (7, "3".into())], "{end:?}");
    }
}

#[test]
fn what_is_not_a_table_is_told_by_name() {
    assert_eq!(problem(""), "file-empty");
    assert_eq!(problem("\u{feff}\r\n"), "file-empty");
    assert_eq!(problem(b"PK\x03\x04rest"), "file-workbook-damaged");
    assert_eq!(problem(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest"), "file-workbook-closed");
    assert_eq!(problem(b"\x89PNG\0\0"), "file-not-text");
    assert_eq!(problem(vec![b'a'; read::MOST_BYTES + 1]), "file-too-large");
}
