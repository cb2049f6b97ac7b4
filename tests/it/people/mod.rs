mod api_token;
mod directory;
mod import;
mod name;
mod reorganise;
mod role;
mod set_up;
mod sign_in;
