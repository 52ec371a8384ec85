//! Mounts the app.

fn main() {
    smart_pick::app::mount();
}
