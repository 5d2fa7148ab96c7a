import { type CallOptions, headersOf, requestUrl, toApiError, unreachable, withIdempotencyKey } from "./api";
import type { Endpoint, Input, Output } from "./endpoint";

type UploadOptions = CallOptions & { body: Blob; onProgress: (share: number) => void };

/** Like api(), for large raw bodies. Uses XMLHttpRequest, because fetch() does not report upload progress. */
export function upload<E extends Endpoint>(endpoint: E, input: Input<E>, options: UploadOptions): Promise<Output<E>> {
  return withIdempotencyKey(endpoint, input, options, (keyed) => transfer(endpoint, input, keyed));
}

function transfer<E extends Endpoint>(
  endpoint: E,
  input: Input<E>,
  { onProgress, ...options }: UploadOptions,
): Promise<Output<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(endpoint.method, requestUrl(endpoint, input as Record<string, unknown>));
    for (const [name, value] of Object.entries(headersOf(endpoint, options))) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(unreachable());
    request.onload = () => {
      const document = read(request.responseText);
      if (request.status < 200 || request.status >= 300) reject(toApiError(request.status, document ?? {}));
      else if (document === null) reject(unreachable());
      else resolve(document as Output<E>);
    };
    request.onabort = () => reject(new DOMException("The upload was aborted.", "AbortError"));
    options.signal?.addEventListener("abort", () => request.abort());
    request.send(options.body);
  });
}

function read(text: string): Record<string, unknown> | null {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return null;
  }
}
