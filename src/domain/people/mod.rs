//! The area people: who works where, who may what, who is signed in.

pub mod address;
pub mod administration;
pub mod api_token;
pub mod borrowed;
pub mod calendar_address;
pub mod department;
mod department_past;
pub mod directory;
pub mod export;
pub mod external;
pub mod forgetting;
pub mod guest_link;
pub mod holding;
pub mod import;
pub mod name;
mod narrow;
pub mod password;
pub mod person;
pub mod placement;
pub mod reader;
pub mod reorganise;
pub mod role;
pub mod set_up;
pub mod sign_in;
pub mod sign_in_code;
pub mod sign_in_try;
pub mod word;
