use super::run::Machine;

#[tokio::test]
async fn a_token_is_printed_once_and_alone() {
    let machine = Machine::new().await;
    machine.import_staff();
    let done = machine.run(&[
        "token",
        "create",
        "--for",
        "T.terLuinenburg@gemeente.example",
        "--scope",
        "catalogue:read,people:read",
    ]);
    assert_eq!(done.code, 0, "{}", done.err);
    assert_eq!(done.out.lines().count(), 1);
    assert!(done.out.trim().len() > 40 && !done.out.trim().contains(' '), "{}", done.out);
    assert_eq!(done.err, "");
}

#[tokio::test]
async fn a_token_for_nobody_or_for_nothing_is_refused() {
    let machine = Machine::new().await;
    machine.import_staff();
    let nobody = machine.run(&["token", "create", "--for", "nobody@gemeente.example", "--scope", "admin"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (1, ""));
    assert!(nobody.err.contains("nobody@gemeente.example"));
    let known = "t.terluinenburg@gemeente.example";
    let nothing = machine.run(&["token", "create", "--for", known, "--scope", "everything"]);
    assert_ne!(nothing.code, 0);
    assert!(nothing.err.contains("catalogue:read"), "{}", nothing.err);
    let forever = machine.run(&["token", "create", "--for", known, "--scope", "admin", "--days", "100000"]);
    assert_eq!((forever.code, forever.out.as_str()), (1, ""), "{}", forever.err);
}
