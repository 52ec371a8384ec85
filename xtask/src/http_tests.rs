use super::{Answer, Request, WORKERS, read_head, serve};
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

fn echo(request: &Request) -> Answer {
    let body = request.target.as_bytes().into();
    Answer {
        status: 200,
        headers: vec![("X-Test", "yes".to_owned())],
        body,
    }
}

fn running() -> std::net::SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    serve(&listener, echo).unwrap();
    listener.local_addr().unwrap()
}

fn ask(stream: &mut TcpStream, request: &str) {
    stream.write_all(request.as_bytes()).unwrap();
}

/// Everything until the server closes.
fn rest(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    stream.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_connection_carries_several_requests() {
    let mut stream = TcpStream::connect(running()).unwrap();
    ask(
        &mut stream,
        "GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /bcd HTTP/1.1\r\n\r\n",
    );
    ask(&mut stream, "GET /e HTTP/1.1\r\nConnection: close\r\n\r\n");
    let text = rest(&mut stream);
    assert_eq!(
        text.matches("HTTP/1.1 200 OK\r\nX-Test: yes\r\n").count(),
        3
    );
    assert!(
        text.contains("Content-Length: 4\r\nConnection: keep-alive\r\n\r\nHTTP/1.1"),
        "HEAD has no body"
    );
    assert!(text.ends_with("Connection: close\r\n\r\n/e"));
}

#[test]
fn idle_connections_keep_nobody_waiting() {
    let address = running();
    let idle: Vec<TcpStream> = (1..WORKERS)
        .map(|_| TcpStream::connect(address).unwrap())
        .collect();
    let mut stream = TcpStream::connect(address).unwrap();
    ask(&mut stream, "GET /a HTTP/1.0\r\n\r\n");
    assert!(rest(&mut stream).ends_with("/a"));
    drop(idle);
}

#[test]
fn what_is_not_http_is_refused() {
    for head in [
        "",
        "GET",
        "GET / HTTP/2",
        "GET http://x/ HTTP/1.1",
        "GET / HTTP/1.1\r\nnonsense\r\n",
        "G E T / HTTP/1.1",
    ] {
        assert!(Request::parse(head).is_none(), "{head:?}");
    }
    let mut stream = TcpStream::connect(running()).unwrap();
    ask(&mut stream, "hello\r\n\r\n");
    assert!(rest(&mut stream).starts_with("HTTP/1.1 400 Bad Request\r\n"));
}

#[test]
fn a_body_ends_the_connection() {
    let head = "POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n";
    assert!(!Request::parse(head).unwrap().keep);
    assert!(Request::parse("GET / HTTP/1.1\r\n\r\n").unwrap().keep);
    assert!(!Request::parse("GET / HTTP/1.0\r\n\r\n").unwrap().keep);
}

#[test]
fn header_names_have_no_case() {
    let request = Request::parse("GET / HTTP/1.1\r\nACCEPT-encoding:  br \r\n\r\n").unwrap();
    assert_eq!(request.header("Accept-Encoding"), "br");
    assert_eq!(request.header("Cookie"), "");
}

#[test]
fn an_endless_head_is_given_up() {
    let mut endless = std::io::BufReader::new(std::io::repeat(b'a'));
    assert!(read_head(&mut endless).unwrap().is_none());
    assert!(
        read_head(&mut &b"GET / HTTP/1.1\r\nHost"[..])
            .unwrap()
            .is_none()
    );
}
