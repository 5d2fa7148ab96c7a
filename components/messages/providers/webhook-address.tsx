import { CopyButton } from "@/components/ui/controls/copy-button";

/** Where the vendor sends its reports; without them nothing is ever seen as delivered. */
export function WebhookAddress({ url }: { url: string }) {
  return (
    <div>
      <p className="text-ink-3">
        Give the provider this address for its reports, so that you see what was delivered and what bounced.
      </p>
      <p className="mt-1 flex items-center gap-2">
        <code className="min-w-0 break-all rounded-control bg-surface-2 px-2 py-1 text-12 text-ink">{url}</code>
        <CopyButton text={url} label="Copy the address for reports" iconOnly size="sm" />
      </p>
    </div>
  );
}
