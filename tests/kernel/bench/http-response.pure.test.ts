import { expect, test } from "vitest";
import { ResponseReader } from "@/scripts/bench/http-response.mjs";

const head = (...lines: string[]) => ["HTTP/1.1 200 OK", ...lines, "", ""].join("\r\n");

const responses = {
  "a length": `${head("Content-Length: 11", "x-id: 1")}hello world`,
  "no body": head("content-length: 0"),
  "a 204 without a length": "HTTP/1.1 204 No Content\r\nx-id: 1\r\n\r\n",
  chunks: `${head("Transfer-Encoding: chunked")}5\r\nhello\r\n6;x=1\r\n world\r\n0\r\n\r\n`,
  "a chunk that looks like the end": `${head("transfer-encoding: chunked")}7\r\n\r\n0\r\n\r\n\r\n0\r\n\r\n`,
};

test.each(Object.entries(responses))("a response with %s ends at its last byte, however it is split", (_, text) => {
  const bytes = Buffer.from(text);
  for (let size = 1; size <= bytes.length; size++) {
    const reader = new ResponseReader();
    const parts = Array.from({ length: Math.ceil(bytes.length / size) }, (_part, n) =>
      bytes.subarray(n * size, (n + 1) * size),
    );
    const complete = parts.map((part) => reader.push(part));
    expect(complete.indexOf(true)).toBe(parts.length - 1);
    expect(reader.status).toBe(text.startsWith("HTTP/1.1 204") ? 204 : 200);
  }
});
