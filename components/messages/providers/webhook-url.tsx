import { CopyButton } from "@/components/ui/controls/copy-button";

/** The webhook URL for delivery reports. Without it, no message becomes "delivered". */
export function WebhookUrl({ url }: { url: string }) {
  return (
    <div>
      <p className="text-ink-3">
        Add this webhook URL at the provider to see which messages were delivered or bounced.
      </p>
      <p className="mt-1 flex items-center gap-2">
        <code className="min-w-0 break-all rounded-control bg-surface-2 px-2 py-1 text-12 text-ink">{url}</code>
        <CopyButton text={url} label="Copy webhook URL" iconOnly size="sm" />
      </p>
    </div>
  );
}
