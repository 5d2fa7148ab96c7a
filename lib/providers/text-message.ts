/** An SMS or WhatsApp message. */
export type TextMessage = {
  id: string;
  /** E.164 */
  to: string;
  body: string;
  media_urls: string[];
  /** An approved WhatsApp template that replaces `body`; variables as { "1": "Sam" }. */
  content: { sid: string; variables: Record<string, string> } | null;
  /** The vendor's delivery reports go here. The query has our `message_id`. */
  status_callback_url: string | null;
};
