//! The page that shows the API to people.

use poem::Request;

use super::client::Api;

#[tokio::test]
async fn the_page_of_the_api_shows_every_operation_and_every_shape() {
    let api = Api::new().await;
    let request = Request::builder().uri_str("/api").finish();
    let page = api.page(request).await;
    for operation in olievlek::api::operation::OPERATIONS {
        assert!(
            page.contains(&operation.path.replace('/', "&#x2f;")) || page.contains(operation.path),
            "{}",
            operation.name
        );
    }
    for shape in ["Workshop", "NewSession", "Enrolment", "PersonList", "Problem"] {
        assert!(page.contains(&format!(r#"id="{shape}""#)), "{shape}");
    }
    assert!(!page.contains('⟦'));
}
