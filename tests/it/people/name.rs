use olievlek::domain::people::name::{split, split_surname};

#[test]
fn a_tussenvoegsel_is_split_off_a_surname() {
    for (text, prefix, surname) in [
        ("ter Luinenburg", "ter", "Luinenburg"),
        ("in 't Wal", "in 't", "Wal"),
        ("van  de Becht", "van de", "Becht"),
        ("van den Pol-Loep", "van den", "Pol-Loep"),
        ("De Smedt", "", "De Smedt"),
        ("Lips", "", "Lips"),
        ("van", "", "van"),
        ("", "", ""),
    ] {
        assert_eq!(split_surname(text), (prefix.to_owned(), surname.to_owned()), "{text}");
    }
}

#[test]
fn a_whole_name_is_split_in_both_orders() {
    for text in ["Joke van der Meer", "Meer, Joke van der", "van der Meer, Joke"] {
        let name = split(text);
        assert_eq!([name.given_name, name.prefix, name.surname], ["Joke", "van der", "Meer"], "{text}");
    }
    let name = split("Anna Maria de Boer");
    assert_eq!([name.given_name, name.prefix, name.surname], ["Anna Maria", "de", "Boer"]);
    let name = split("Boer");
    assert_eq!([name.given_name, name.prefix, name.surname], ["", "", "Boer"]);
}
