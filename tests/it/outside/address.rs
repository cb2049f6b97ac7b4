//! Which addresses may be asked, and what the settings and `check` say of them.

use olievlek::outside::Base;

use super::open_klant::{TOKEN, open_klant};
use crate::command::run::Machine;

#[test]
fn another_machine_is_asked_over_an_encrypted_connection_only() {
    for good in [
        "https://openklant.example.nl/klantinteracties/api/v1",
        "https://openklant.example.nl:8443/x/",
        "http://127.0.0.1:8000/x",
        "http://127.8.9.1/x",
        "http://[::1]:8000/x",
        "http://LocalHost:8000/x",
    ] {
        assert!(Base::read(good).is_some(), "{good}");
    }
    for bad in [
        "http://openklant.example.nl/x",
        "http://localhost.example.nl/x",
        "http://10.0.0.1/x",
        "http://0.0.0.0/x",
        "http://127.0.0.1@openklant.example.nl/x",
        "https://user:secret@openklant.example.nl/x",
        "https://openklant.example.nl/x?token=1",
        "https://openklant.example.nl/x#y",
        "ftp://openklant.example.nl/x",
        "openklant.example.nl/x",
        "https://",
        "",
    ] {
        assert!(Base::read(bad).is_none(), "{bad}");
    }
    let base = Base::read("https://OpenKlant.example.nl/x").unwrap();
    let is_of = |uri: &str| base.is_of(&uri.parse().unwrap());
    assert!(is_of("https://openklant.example.nl:443/x?page=2"));
    for other in
        ["http://openklant.example.nl/x", "https://openklant.example.nl:444/x", "https://example.nl/x", "/x"]
    {
        assert!(!is_of(other), "{other}");
    }
}

/// What is set, which setting is named, and what is said of it.
type Case<'a> = (&'a [(&'a str, &'a str)], &'a str, &'a str);

#[tokio::test]
async fn settings_of_other_systems_that_make_no_sense_are_named_at_the_start() {
    let machine = Machine::new().await;
    let url = ("OLIEVLEK_OPEN_KLANT_URL", "https://openklant.example.nl/klantinteracties/api/v1");
    let token = ("OLIEVLEK_OPEN_KLANT_TOKEN", "hunter2");
    let zaak = ("OLIEVLEK_OPEN_ZAAK_URL", "https://openzaak.example.nl/zaken/api/v1");
    let (client, secret) =
        (("OLIEVLEK_OPEN_ZAAK_CLIENT_ID", "olievlek"), ("OLIEVLEK_OPEN_ZAAK_CLIENT_SECRET", "hunter2"));
    let kinds = |kinds| ("OLIEVLEK_OPEN_ZAAK_KINDS", kinds);
    let kind = "https://openzaak.example.nl/catalogi/api/v1/zaaktypen/1";
    let cases: [Case<'_>; 9] = [
        (
            &[("OLIEVLEK_OPEN_KLANT_URL", "http://openklant.example.nl/x"), token],
            url.0,
            "http:// only to this machine",
        ),
        (&[("OLIEVLEK_OPEN_KLANT_URL", "https://a:hunter2@example.nl"), token], url.0, "without a user"),
        (&[url, ("OLIEVLEK_OPEN_KLANT_TOKEN", "hunter2 hunter2")], token.0, "one word"),
        (&[url], token.0, "set too, since OLIEVLEK_OPEN_KLANT_URL is"),
        (&[token], url.0, "set too, since OLIEVLEK_OPEN_KLANT_TOKEN is"),
        (&[zaak, client, secret], kinds("").0, "set too"),
        (&[zaak, client, kinds(kind)], secret.0, "set too"),
        (&[zaak, client, secret, kinds("hunter2")], kinds("").0, "separated by commas"),
        (
            &[zaak, client, secret, kinds("https://elsewhere.example.nl/zaaktypen/1")],
            kinds("").0,
            "on the system of",
        ),
    ];
    for (given, name, should) in cases {
        let done = machine.command(&["migrate"]).envs(given.iter().copied()).output().unwrap();
        let said = String::from_utf8(done.stderr).unwrap();
        assert_eq!(done.status.code(), Some(2), "{given:?}: {said}");
        assert!(said.starts_with(name) || said.contains(&format!(" {name}")), "{given:?}: {said}");
        assert!(said.contains(should) && !said.contains("hunter2"), "{given:?}: {said}");
    }
}

#[tokio::test]
async fn check_says_whether_another_system_can_be_reached() {
    let machine = Machine::new().await;
    let (fake, _) = open_klant();
    fake.list("internetaken", Vec::new());
    let url = format!("{}/klantinteracties/api/v1", fake.address);
    let check = |url: &str, token: &str| {
        let mut command = machine.command(&["check"]);
        command.env("OLIEVLEK_OPEN_KLANT_URL", url).env("OLIEVLEK_OPEN_KLANT_TOKEN", token);
        let done = command.output().unwrap();
        let said = String::from_utf8(done.stdout).unwrap() + &String::from_utf8(done.stderr).unwrap();
        assert!(!said.contains(token) && !said.contains("canary"), "{said}");
        (done.status.code(), said)
    };
    let (code, said) = check(&url, TOKEN);
    assert!(code == Some(0) && said.contains("Open Klant: in order"), "{said}");
    let (code, said) = check(&url, "another-token");
    assert!(code == Some(1) && said.contains("Open Klant: does not let the house in"), "{said}");
    let (code, said) = check(&format!("{url}/wrong"), TOKEN);
    assert!(code == Some(1) && said.contains("Open Klant: has nothing at this address"), "{said}");
    let (code, said) = check("http://127.0.0.1:1/x", TOKEN);
    assert!(code == Some(1) && said.contains("Open Klant: cannot be reached"), "{said}");
}
