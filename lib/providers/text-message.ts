/** A message to a telephone, by SMS or WhatsApp. */
export type TextMessage = {
  id: string;
  /** E.164 */
  to: string;
  body: string;
  media_urls: string[];
  /** An approved WhatsApp template, which takes the place of `body`; variables as { "1": "Sam" }. */
  content: { sid: string; variables: Record<string, string> } | null;
  /** Where the vendor reports to; its query's `message_id` comes back as the report's. */
  status_callback_url: string | null;
};
