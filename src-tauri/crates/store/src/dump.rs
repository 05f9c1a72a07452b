//! Every row in words: for comparing a council before and after.

use crate::error::Result;
use crate::log;
use crate::records::Records;

impl Records {
    /// Every row of every logged table as JSON, one a line, in the order of
    /// tables and identifiers. Two councils with the same dump hold the same.
    ///
    /// # Errors
    /// Those of reading.
    pub fn dump(&self) -> Result<String> {
        let mut text = String::new();
        for table in log::tables(&self.db)? {
            let columns = log::columns(&self.db, &table)?;
            let sql = format!("select {} from \"{table}\" order by id", log::image(&columns, ""));
            let mut statement = self.db.prepare(&sql)?;
            for row in statement.query_map([], |r| r.get::<_, String>(0))? {
                text += &format!("{table} {}\n", row?);
            }
        }
        Ok(text)
    }
}
