//! A house without a mail server: letters in a folder.

use olievlek::mail::transport::folder::Folder;

use super::*;

#[tokio::test]
async fn a_letter_appears_whole_under_the_name_of_its_task() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    let folder = std::env::temp_dir().join(format!("letters-{}", TaskId::new()));
    let id = waiting(&house).await[0].id;
    worker(&house, Transport::Folder(Folder(folder.clone()))).drain().await.unwrap();
    let names: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|file| file.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(names, [format!("{id}.eml")]);
    let letter = std::fs::read_to_string(folder.join(&names[0])).unwrap();
    assert!(letter.contains(&format!("Message-ID: <{id}@gemeente.example>")), "{letter}");
    assert!(letter.trim_end().ends_with("--"), "the last boundary is there");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_folder_that_cannot_be_written_is_tried_again() {
    let house = TestHouse::new().await;
    one_letter(&house).await;
    let folder = Folder("/proc/no/such/folder".into());
    worker(&house, Transport::Folder(folder)).drain().await.unwrap();
    assert_eq!(copies(&house).await.len(), 0);
    assert_eq!(waiting(&house).await[0].attempts, 1);
    later(&house);
    assert_eq!(mail(&house).await.len(), 1);
}
