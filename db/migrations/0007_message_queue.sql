DROP INDEX "messages_waiting";--> statement-breakpoint
ALTER TABLE "messages" ALTER COLUMN "to_address" SET DATA TYPE text collate "C";--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "state" text DEFAULT 'sent' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "vendor" text DEFAULT 'local';--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "detail" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "send_after" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "claimed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "provider_message_id" text;--> statement-breakpoint
ALTER TABLE "outbox_mails" ADD COLUMN "sent_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "variables" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
CREATE INDEX "outbox_mails_waiting" ON "outbox_mails" USING btree ("send_after") WHERE "outbox_mails"."state" in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "messages_by_state" ON "messages" USING btree ("organization_id","state","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_kind" ON "messages" USING btree ("organization_id","kind","created_at","id");--> statement-breakpoint
CREATE INDEX "messages_by_address" ON "messages" USING btree ("organization_id","to_address");--> statement-breakpoint
CREATE INDEX "messages_waiting" ON "messages" USING btree ("organization_id","channel","send_after","id") WHERE "messages"."state" in ('queued', 'sending');