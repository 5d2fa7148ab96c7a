import { TriangleAlert } from "lucide-react";
import { Badge, Shape } from "@/components/ui/data/badge";
import type { Gateway } from "./gateway";

/** Live, test, failing, or replaced by another one. */
export function GatewayState({ gateway: { failing_since, is_live, replaced_at } }: { gateway: Gateway }) {
  if (replaced_at)
    return (
      <Badge tone="mute" icon={<Shape shape="ring" />}>
        No new payments
      </Badge>
    );
  if (failing_since)
    return (
      <Badge tone="bad" icon={<TriangleAlert aria-hidden="true" />}>
        Failing, charges wait
      </Badge>
    );
  return is_live ? (
    <Badge tone="good" icon={<Shape />}>
      Live
    </Badge>
  ) : (
    <Badge tone="note" icon={<Shape shape="half" />}>
      Test, no money moves
    </Badge>
  );
}
