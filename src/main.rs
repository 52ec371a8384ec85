//! Mounts the app.

fn main() {
    yew::Renderer::<smart_pick::ui::app::App>::new().render();
}
