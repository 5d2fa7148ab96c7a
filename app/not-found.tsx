import { EmptyState } from "@/components/ui/data/empty-state";

/** Part of every page, so its link is a plain one: ButtonLink would bring its code a second time. */
export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        level={1}
        title="Page not found"
        actions={
          <a href="/" className="ui-button" data-variant="secondary" data-size="md">
            Go to the home page
          </a>
        }
      >
        The URL may be mistyped, or you may not have access to this gym.
      </EmptyState>
    </main>
  );
}
