-- Constraints that drizzle-kit cannot express.
-- E6: freezes of one membership may not overlap.
ALTER TABLE membership_freezes ADD CONSTRAINT membership_freezes_no_overlap
  EXCLUDE USING gist (organization_id WITH =, membership_id WITH =, daterange(from_on, to_on, '[]') WITH &&);--> statement-breakpoint
-- The tables refer to each other: files belong to organizations, and a logo is a file.
ALTER TABLE organizations ADD CONSTRAINT organizations_logo_fk FOREIGN KEY (id, logo_file_id) REFERENCES files (organization_id, id);--> statement-breakpoint
-- A deleted segment empties the reference; the bulk message keeps its own copy of the filters.
ALTER TABLE bulk_messages ADD CONSTRAINT bulk_messages_segment_fk FOREIGN KEY (organization_id, segment_id)
  REFERENCES member_segments (organization_id, id) ON DELETE SET NULL (segment_id);
