import { TextLink } from "@/components/ui/controls/text-link";

/** Shown until the reference is rendered. */
export function ReferenceState({ state }: { state: "loading" | "rendered" | "failed" }) {
  if (state === "rendered") return null;
  return (
    <p role={state === "failed" ? "alert" : "status"} className="p-6 text-14 text-ink-3">
      {state === "failed" ? (
        <>
          The API reference could not be loaded. Reload the page, or read the{" "}
          <TextLink href="/api/openapi.json">OpenAPI document</TextLink>.
        </>
      ) : (
        "Loading the API reference…"
      )}
    </p>
  );
}
