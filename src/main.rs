//! Mounts the app.

fn main() {
    smart_pick::ui::app::mount();
}
