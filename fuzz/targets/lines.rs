#![no_main]

/// The command line's reader of JSON Lines, with what it needs of the rooms around it.
#[path = "../../src/bin/tickertone/batch"]
mod batch {
    #[allow(dead_code, reason = "answers are not read here")]
    mod row;

    pub(super) mod read {
        mod json;
        mod lines;

        /// Low, so that mutants reach it.
        const MAX_ROW: usize = 1000;

        /// Any bytes give no more rows than they have lines that are not blank, each with its own number, an id that is
        /// JSON, and a text or what is wrong in one line.
        pub(crate) fn check(data: &[u8]) {
            let filled = data.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
            let (mut count, mut last, mut size) = (0, 0, 0);
            let (rows, _) = json::open(std::io::Cursor::new(data.to_vec()), "text", "title", Default::default());
            for row in rows {
                let row = row.expect("bytes in memory are read");
                assert!(row.origin.number > last);
                last = row.origin.number;
                size += row.origin.size;
                count += 1;
                if let Some(id) = &row.origin.id {
                    serde_json::from_str::<serde::de::IgnoredAny>(id.get()).expect("an id is JSON");
                }
                if let Err(reason) = row.article {
                    assert!(!reason.is_empty() && !reason.contains('\n'), "{reason:?}");
                }
            }
            assert!(count <= filled && size <= data.len() as u64);
        }
    }
}

libfuzzer_sys::fuzz_target!(|data: &[u8]| batch::read::check(data));
