import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Assets of the API reference and of the QR decoder, served from the installed packages instead of a CDN. */
const files: Record<string, { path: string[]; type: string }> = {
  "swagger-ui.js": { path: ["swagger-ui-dist", "swagger-ui-bundle.js"], type: "text/javascript; charset=utf-8" },
  "swagger-ui.css": { path: ["swagger-ui-dist", "swagger-ui.css"], type: "text/css; charset=utf-8" },
  "zxing-reader.wasm": { path: ["zxing-wasm", "dist", "reader", "zxing_reader.wasm"], type: "application/wasm" },
  "redoc.js": { path: ["redoc", "bundles", "redoc.standalone.js"], type: "text/javascript; charset=utf-8" },
};

/** The only external URL in the redoc bundle. */
const redocLogo = "https://cdn.redoc.ly/redoc/logo-mini.svg";
const noImage = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

export async function GET(_request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const known = files[file];
  if (!known) return new Response("Not found", { status: 404, headers: { "x-content-type-options": "nosniff" } });
  const bytes = await readFile(join(process.cwd(), "node_modules", ...known.path));
  const body = file === "redoc.js" ? bytes.toString("utf8").replaceAll(redocLogo, noImage) : new Uint8Array(bytes);
  return new Response(body, {
    headers: {
      "content-type": known.type,
      "cache-control": "public, max-age=86400",
      "x-content-type-options": "nosniff",
    },
  });
}
