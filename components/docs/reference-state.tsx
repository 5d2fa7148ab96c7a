import { TextLink } from "@/components/ui/controls/text-link";

/** What stands in the place of a reference that is not drawn yet. */
export function ReferenceState({ state }: { state: "loading" | "drawn" | "failed" }) {
  if (state === "drawn") return null;
  return (
    <p role={state === "failed" ? "alert" : "status"} className="p-6 text-14 text-ink-3">
      {state === "failed" ? (
        <>
          The reference did not load. Reload the page, or read the{" "}
          <TextLink href="/api/openapi.json">OpenAPI document</TextLink>.
        </>
      ) : (
        "Loading the reference …"
      )}
    </p>
  );
}
