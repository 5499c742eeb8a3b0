"""Into other forms and back (trao đổi dữ liệu): tables, frames, Arrow, workbooks, JSON documents; the only home of cattrs."""
