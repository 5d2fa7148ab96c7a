import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState level={1} title="Page not found" actions={<ButtonLink href="/">Go to the home page</ButtonLink>}>
        The URL may be mistyped, or you may not have access to this gym.
      </EmptyState>
    </main>
  );
}
