ALTER TABLE "members" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE INDEX "invitations_org_idx" ON "invitations" USING btree ("org_id","created_at","id");--> statement-breakpoint
CREATE INDEX "members_org_idx" ON "members" USING btree ("org_id","created_at","id");