//! HTTP/1.1 as far as a static site on one's own machine needs it: GET and HEAD, connections kept.
//!
//! Written on std because tiny_http's pool can leave an accepted connection without a thread while
//! a browser holds others open, and a page then hangs. Here a worker takes one connection at a
//! time, so what is accepted is answered.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// How many connections are open at once; further ones wait in the listener's queue.
const WORKERS: usize = 32;
/// How long a silent connection keeps its worker.
const IDLE: Duration = Duration::from_secs(10);
/// More than any browser sends before a body.
const LONGEST_HEAD: u64 = 32 * 1024;

/// What a browser asks.
#[derive(Debug, Default)]
pub(crate) struct Request {
    /// The verb, as sent.
    pub(crate) method: String,
    /// The path with its query, as sent.
    pub(crate) target: String,
    /// Header names in lower case, and their values.
    headers: Vec<(String, String)>,
    /// Whether the connection stays open afterwards.
    keep: bool,
}

/// What it is told.
#[derive(Debug)]
pub(crate) struct Answer {
    /// Such as 200 or 404.
    pub(crate) status: u16,
    /// Without Content-Length and Connection, which are added.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Left out when only the head was asked for.
    pub(crate) body: Arc<[u8]>,
}

impl Request {
    /// The value of a header, or nothing.
    pub(crate) fn header(&self, name: &str) -> &str {
        let found = self
            .headers
            .iter()
            .find(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map_or("", |(_, value)| value)
    }

    /// Reads the lines before a body. A malformed one is nothing.
    pub(crate) fn parse(head: &str) -> Option<Request> {
        let mut lines = head.lines();
        let mut first = lines.next()?.split(' ');
        let (method, target, version) = (first.next()?, first.next()?, first.next()?);
        if !target.starts_with('/') || !version.starts_with("HTTP/1.") || first.next().is_some() {
            return None;
        }
        let mut request = Request {
            method: method.to_owned(),
            target: target.to_owned(),
            ..Request::default()
        };
        for line in lines.filter(|line| !line.is_empty()) {
            let (name, value) = line.split_once(':')?;
            request
                .headers
                .push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
        // We read no bodies, so after one we cannot tell where the next request starts.
        let body = ["content-length", "transfer-encoding"];
        request.keep = version == "HTTP/1.1"
            && !request.header("connection").eq_ignore_ascii_case("close")
            && body
                .iter()
                .all(|name| matches!(request.header(name), "" | "0"));
        Some(request)
    }
}

/// Answers on `listener` until the program ends.
///
/// # Errors
/// When the listener cannot be shared.
pub(crate) fn serve<F>(listener: &TcpListener, answer: F) -> io::Result<()>
where
    F: Fn(&Request) -> Answer + Clone + Send + 'static,
{
    for _ in 0..WORKERS {
        let (listener, answer) = (listener.try_clone()?, answer.clone());
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                // A browser that has gone away is no fault of ours.
                let _ = converse(&stream, &answer);
            }
        });
    }
    Ok(())
}

fn converse(stream: &TcpStream, answer: impl Fn(&Request) -> Answer) -> io::Result<()> {
    stream.set_read_timeout(Some(IDLE))?;
    stream.set_write_timeout(Some(IDLE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    while let Some(head) = read_head(&mut reader)? {
        let Some(request) = Request::parse(&head) else {
            let headers = Vec::new();
            let body = b"That was not HTTP/1.1.\n".as_slice().into();
            return write(
                stream,
                &Request::default(),
                &Answer {
                    status: 400,
                    headers,
                    body,
                },
            );
        };
        write(stream, &request, &answer(&request))?;
        if !request.keep {
            break;
        }
    }
    Ok(())
}

/// The lines up to the empty one; nothing when the connection ends before a whole head.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut head = Vec::new();
    let mut limited = reader.take(LONGEST_HEAD);
    loop {
        let start = head.len();
        if limited.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
        if matches!(&head[start..], b"\r\n" | b"\n") {
            return Ok(Some(String::from_utf8_lossy(&head).into_owned()));
        }
    }
}

fn write(mut stream: &TcpStream, request: &Request, answer: &Answer) -> io::Result<()> {
    let mut bytes = head(request, answer).into_bytes();
    if request.method != "HEAD" {
        bytes.extend_from_slice(&answer.body);
    }
    stream.write_all(&bytes)
}

fn head(request: &Request, answer: &Answer) -> String {
    let reason = match answer.status {
        200 => "OK",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "",
    };
    let mut text = format!("HTTP/1.1 {} {reason}\r\n", answer.status);
    for (name, value) in &answer.headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    // A 304 speaks of a body that it does not send.
    if answer.status != 304 {
        text.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    let connection = if request.keep { "keep-alive" } else { "close" };
    text.push_str(&format!("Connection: {connection}\r\n\r\n"));
    text
}

#[cfg(test)]
#[path = "http_tests.rs"]
mod tests;
