import { ButtonLink } from "@/components/ui/controls/button";
import { EmptyState } from "@/components/ui/data/empty-state";

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <EmptyState
        level={1}
        title="There is nothing here that you can see"
        actions={<ButtonLink href="/">Go to the start</ButtonLink>}
      >
        The address may be mistyped, or it belongs to a gym that you are not part of.
      </EmptyState>
    </main>
  );
}
