/** Requests as bytes on a socket: what no http client would send (two Hosts, none, slow heads) is what the door has to survive. */
import { connect, type Socket } from 'node:net';

export interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  body: string;
}

export interface RawRequest {
  method: string;
  target: string;
  headers: [string, string][];
  body?: string;
}

/** Sends one request and reads until the door closes the connection. */
export function exchange(port: number, request: RawRequest): Promise<RawAnswer> {
  const head = request.headers.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const length = request.body === undefined ? '' : `content-length: ${String(Buffer.byteLength(request.body))}\r\n`;
  return send(port, `${request.method} ${request.target} HTTP/1.1\r\n${head}${length}connection: close\r\n\r\n${request.body ?? ''}`);
}

export function send(port: number, bytes: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    const chunks: Buffer[] = [];
    socket.on('data', (chunk) => chunks.push(chunk));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n');
      const [status = '', ...lines] = head.split('\r\n');
      const headers = lines.map((line): [string, string] => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]);
      resolve({ status: Number(status.split(' ')[1]), headers: new Map(headers), body });
    });
  });
}
