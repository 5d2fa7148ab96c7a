ALTER TABLE "memberships" DROP CONSTRAINT "memberships_arrears";--> statement-breakpoint
DROP INDEX "memberships_in_arrears";--> statement-breakpoint
ALTER TABLE "memberships" DROP COLUMN "arrears_since_on";--> statement-breakpoint
ALTER TABLE "memberships" DROP COLUMN "arrears_minor";