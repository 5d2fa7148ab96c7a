ALTER TABLE "messages" ADD COLUMN "about_id" uuid;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "about_on" date;