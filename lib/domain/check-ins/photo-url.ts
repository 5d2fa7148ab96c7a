/** The file's id makes the address change with the photo, so that a browser may keep it. */
export const photoUrl = ({ id, photo_file_id }: { id: string; photo_file_id: string | null }): string | null =>
  photo_file_id && `/api/v1/members/${id}/photo?version=${photo_file_id}`;
