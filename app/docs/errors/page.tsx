import type { Metadata } from "next";
import { errorCatalogue } from "@/lib/contracts/error-codes";

export const metadata: Metadata = { title: "Error codes" };

/** The page that the `type` of a problem document links to. */
export default function ErrorCodesPage() {
  return (
    <main className="mx-auto flex max-w-[680px] flex-col gap-6 p-6 text-14">
      <h1 className="text-26 font-strong tracking-tight text-ink">Error codes</h1>
      <p>
        Every API error is a problem document (RFC 9457). Its <code>code</code> is stable; its <code>detail</code> tells
        you what to do.
      </p>
      <dl className="flex flex-col">
        {Object.entries(errorCatalogue).map(([code, [status, title]]) => (
          <div key={code} id={code} className="flex flex-col gap-1 border-line border-t py-3 target:bg-choice-ground">
            <dt className="flex gap-3 font-medium text-ink">
              <code>{code}</code>
              <span className="text-ink-3">{status}</span>
            </dt>
            <dd>{title}</dd>
          </div>
        ))}
      </dl>
    </main>
  );
}
