"""Records in Parquet, read some rows at a time and only the columns that are understood."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from lundian.errors import LundianError
from lundian.text.formats.records import Rows, understood
from lundian.text.source import Source

BATCH = 256  # rows that are in memory at a time


def read_parquet(source: Source) -> Rows:
    """Read a Parquet file; rows are numbered from 1."""
    return Rows(_rows(source))


def _rows(source: Source) -> Iterator[tuple[int, dict]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    with source.open() as stream:
        try:
            file = pq.ParquetFile(_at_any_place(stream))
            batches = file.iter_batches(batch_size=BATCH, columns=understood(file.schema_arrow.names))
            yield from enumerate((row for batch in batches for row in batch.to_pylist()), start=1)
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            raise LundianError(f"{source.name}: is no Parquet file or is damaged ({error}); write it again.") from None


def _at_any_place(stream: BinaryIO) -> BinaryIO:
    """Return a stream that can be read from its end, which one inside an archive can only at a price."""
    return stream if isinstance(stream, io.BufferedReader) else io.BytesIO(stream.read())
