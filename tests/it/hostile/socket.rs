//! Requests that no library would send, over a real connection.

use std::{net::SocketAddr, time::Duration};

use olievlek::{
    app,
    server::{Limits, serve},
    stop::Stop,
};
use poem::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    time::timeout,
};

use super::{
    SOCKETS, Siege,
    text::{self, Text, short},
    world::World,
};
use crate::house::browser::Page;

const HEADERS: [&str; 12] = [
    "Host",
    "X-Forwarded-Host",
    "X-Forwarded-For",
    "X-Forwarded-Proto",
    "Forwarded",
    "Cookie",
    "Accept-Language",
    "Origin",
    "Referer",
    "User-Agent",
    "X-Request-Id",
    "X-Original-URL",
];

/// Whole requests; `HOST` stands for the header that belongs.
const WHOLE: [&str; 16] = [
    "GET / HTTP/1.1\r\n\r\n",
    "GET / HTTP/1.0\r\n\r\n",
    "GET /\0 HTTP/1.1\r\nHOST\r\n\r\n",
    "GET /../../etc/passwd HTTP/1.1\r\nHOST\r\n\r\n",
    "GET //kwaad.example/.. HTTP/1.1\r\nHOST\r\n\r\n",
    "GET https://kwaad.example/sign-in HTTP/1.1\r\nHOST\r\n\r\n",
    "GET /places?a=\u{1b}[2J HTTP/1.1\r\nHOST\r\n\r\n",
    "GET /places HTTP/1.1\r\nHOST\r\nHost: kwaad.example\r\n\r\n",
    "GET / HTTP/1.1\r\nHOST\r\nX-Kwaad : 1\r\n folded\r\n\r\n",
    "KWAAD / HTTP/1.1\r\nHOST\r\n\r\n",
    "TRACE / HTTP/1.1\r\nHOST\r\nCookie: olievlek=kwaad\r\n\r\n",
    "CONNECT kwaad.example:443 HTTP/1.1\r\nHOST\r\n\r\n",
    "OPTIONS * HTTP/1.1\r\nHOST\r\n\r\n",
    "POST /sign-in HTTP/1.1\r\nHOST\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /kwaad HTTP/1.1\r\nHOST\r\n\r\n",
    "POST /sign-in HTTP/1.1\r\nHOST\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
    "POST /sign-in HTTP/1.1\r\nHOST\r\nContent-Type: multipart/form-data\r\nContent-Length: 4\r\n\r\nabcd",
];

#[tokio::test]
async fn no_request_makes_a_line_of_an_answer() {
    let world = World::new().await;
    let mut siege = Siege::of("raw requests");
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stopper, stop) = Stop::pair();
    let second = Duration::from_secs(1);
    let limits = Limits { headers: second, body: second, ..Limits::default() };
    let server = tokio::spawn(serve(listener, app::endpoint(&world.house.app()), limits, stop));
    let host = format!("Host: {address}");
    for request in WHOLE {
        ask(
            &mut siege,
            address,
            (request.replace("HOST", &format!("{host}\r\nConnection: close")).into_bytes(), None),
        )
        .await;
    }
    let (texts, mut turn) = (text::all(), 0);
    for name in HEADERS {
        for path in ["/", "/sign-in", "/assets/kwaad", "/api/v1/workshops"] {
            for _ in 0..4 {
                turn += 1;
                let thrown = &texts[turn % texts.len()];
                let text: String = thrown.chars().take(3_000).collect();
                let own = if name == "Host" { "" } else { &format!("{host}\r\n") };
                let request =
                    format!("GET {path} HTTP/1.1\r\n{own}{name}: {text}\r\nConnection: close\r\n\r\n");
                ask(&mut siege, address, (request.into_bytes(), Some(thrown))).await;
            }
        }
    }
    stopper.stop();
    let _ = timeout(Duration::from_secs(5), server).await;
    siege.end(SOCKETS, 1);
}

/// Sends bytes, and looks at everything that comes back until the server closes.
async fn ask(siege: &mut Siege, address: SocketAddr, (request, thrown): (Vec<u8>, Option<&Text>)) {
    if let Some(text) = thrown {
        siege.threw(text);
    }
    let mut client = TcpStream::connect(address).await.unwrap();
    let _ = client.write_all(&request).await;
    let mut answer = Vec::new();
    let _ =
        timeout(Duration::from_secs(5), client.read_to_end(&mut answer)).await.expect("it answers or closes");
    let what = format!("raw {}", short(&String::from_utf8_lossy(&request)));
    let text = String::from_utf8_lossy(&answer).into_owned();
    // An empty answer is a closed door. Of two answers each is looked at.
    for one in
        text.split("HTTP/1.1 ").skip(1).filter(|one| one.starts_with(|sign: char| sign.is_ascii_digit()))
    {
        let (head, body) = one.split_once("\r\n\r\n").unwrap_or((one, ""));
        let page = page(head, body);
        if page.headers.contains_key("x-request-id") {
            siege.judge(&what, &page);
        } else if page.status.is_server_error() {
            siege.hit(format!("{what}: {}", page.status));
        }
    }
}

fn page(head: &str, body: &str) -> Page {
    let mut headers = HeaderMap::new();
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        let name = HeaderName::from_bytes(name.as_bytes()).unwrap_or(HeaderName::from_static("x-kwaad"));
        let value =
            HeaderValue::from_bytes(value.as_bytes()).unwrap_or(HeaderValue::from_static("unreadable"));
        headers.append(name, value);
    }
    let status = head.split(' ').next().and_then(|code| code.parse().ok()).unwrap_or(0);
    // The body is in chunks, which a page in HTML bears and nothing else does.
    let is_page = headers.get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    let body = if is_page { body.to_owned() } else { String::new() };
    if !is_page {
        headers.remove("content-type");
    }
    Page {
        status: StatusCode::from_u16(status).unwrap_or(StatusCode::IM_A_TEAPOT),
        headers,
        bytes: Vec::new(),
        body,
    }
}
