"""Into other forms and back (trao đổi dữ liệu): tables, frames, Arrow, workbooks, engines; the only home of cattrs."""
