import type { BrowserContext, ConsoleMessage, Response } from "playwright/test";

/** The browser logs rejections by the API and lost connections as errors. Both are expected. */
const isFailureNote = (message: ConsoleMessage) =>
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_)/.test(message.text());

/** The frame that shows a mail refuses every script, that of axe too. */
const isSandboxAtWork = (message: ConsoleMessage) =>
  message.text().startsWith("Blocked script execution in 'about:srcdoc' because the document's frame is sandboxed");

const isLostFile = (response: Response) =>
  response.status() >= 400 &&
  ["script", "stylesheet", "font", "image", "media"].includes(response.request().resourceType());

/** Collects everything that no page should ever say: errors in the console, broken policies, crashed scripts, missing files. */
export async function collectNoise(context: BrowserContext): Promise<string[]> {
  const noise: string[] = [];
  await context.addInitScript(() => {
    addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, sourceFile }) => {
      // biome-ignore lint/suspicious/noConsole: the page tells the test
      console.error(`content security policy: ${effectiveDirective} refused ${blockedURI} in ${sourceFile}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() !== "error" || isFailureNote(message) || isSandboxAtWork(message)) return;
    noise.push(`${message.page()?.url()} wrote: ${message.text()}`);
  });
  context.on("weberror", (error) => {
    noise.push(`${error.page()?.url()} threw: ${error.error().message}`);
  });
  context.on("response", (response) => {
    if (response.status() >= 500 || isLostFile(response)) noise.push(`${response.url()} answered ${response.status()}`);
  });
  return noise;
}
