mod api_token;
mod directory;
mod import;
mod name;
mod role;
mod set_up;
mod sign_in;
