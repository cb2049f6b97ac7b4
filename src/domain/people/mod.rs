//! The area people: who works where, who may what, who is signed in.
