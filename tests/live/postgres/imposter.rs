//! A server that says it is PostgreSQL 14: as much of the protocol as it takes to be asked for the version.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};

/// Listens on a port of this machine until the test program ends, and gives the URL.
pub fn old_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || serve(stream).unwrap_or(()));
        }
    });
    format!("postgresql://ana@127.0.0.1:{port}/app")
}

fn serve(mut stream: TcpStream) -> std::io::Result<()> {
    // a request for TLS is declined, then comes the startup packet
    while packet(&mut stream)?.starts_with(&80_877_103_i32.to_be_bytes()) {
        stream.write_all(b"N")?;
    }
    send(&mut stream, b'R', &0_i32.to_be_bytes())?;
    send(&mut stream, b'Z', b"I")?;
    loop {
        let mut kind = [0];
        stream.read_exact(&mut kind)?;
        packet(&mut stream)?;
        match kind[0] {
            b'Q' => {
                send(&mut stream, b'C', b"SET\0")?;
                send(&mut stream, b'Z', b"I")?;
            }
            b'P' => send(&mut stream, b'1', b"")?,
            b'D' => {
                send(&mut stream, b't', &0_i16.to_be_bytes())?;
                send(&mut stream, b'T', &columns())?;
            }
            b'B' => send(&mut stream, b'2', b"")?,
            b'E' => {
                send(&mut stream, b'D', &row())?;
                send(&mut stream, b'C', b"SELECT 1\0")?;
            }
            b'C' => send(&mut stream, b'3', b"")?,
            b'S' => send(&mut stream, b'Z', b"I")?,
            _ => return Ok(()),
        }
    }
}

fn packet(stream: &mut TcpStream) -> std::io::Result<Vec<u8>> {
    let mut length = [0; 4];
    stream.read_exact(&mut length)?;
    let mut body = vec![0; usize::try_from(i32::from_be_bytes(length)).unwrap() - 4];
    stream.read_exact(&mut body)?;
    Ok(body)
}

fn send(stream: &mut TcpStream, kind: u8, body: &[u8]) -> std::io::Result<()> {
    let length = i32::try_from(body.len() + 4).unwrap().to_be_bytes();
    stream.write_all(&[&[kind][..], &length, body].concat())
}

/// The version, superuser, standby: what our commands ask first.
fn columns() -> Vec<u8> {
    let column = |name: &str, oid: i32, length: i16| {
        let parts: [&[u8]; 7] = [
            &[name.as_bytes(), b"\0"].concat(),
            &0_i32.to_be_bytes(),
            &0_i16.to_be_bytes(),
            &oid.to_be_bytes(),
            &length.to_be_bytes(),
            &(-1_i32).to_be_bytes(),
            &0_i16.to_be_bytes(),
        ];
        parts.concat()
    };
    [3_i16.to_be_bytes().to_vec(), column("major", 23, 4), column("superuser", 16, 1), column("standby", 16, 1)]
        .concat()
}

fn row() -> Vec<u8> {
    let value = |bytes: &[u8]| [&i32::try_from(bytes.len()).unwrap().to_be_bytes()[..], bytes].concat();
    [3_i16.to_be_bytes().to_vec(), value(&14_i32.to_be_bytes()), value(&[1]), value(&[0])].concat()
}
