//! What the numbers are: the weights, the features and the network. Knows the text room only.

pub mod change;
mod features;
pub mod figures;
pub mod fold;
pub mod format;
mod kernels;
mod linear;
pub mod network;
mod newer;
pub mod relation;
pub mod vocabulary;

pub use change::Change;
pub use features::{Features, Mask, words};
pub use fold::Shape;
pub use format::FORMAT;
pub use network::{Network, Reading, Scratch};
pub use relation::Relations;
pub use vocabulary::{COMPANY, CRYPTO, INDEX, Vocabulary};

use crate::error::Error;
use format::Reader;

/// The weights that are built in.
pub const EMBEDDED: &[u8] = include_bytes!("data/model.bin");

/// All that a weights file holds.
#[derive(Clone, Debug)]
pub struct Model {
    /// Name and version, such as "tone-1".
    pub name: String,
    /// The pieces that the network knows.
    pub vocabulary: Vocabulary,
    /// How pieces stand to a target.
    pub relations: Relations,
    /// What reads sentences.
    pub network: Network,
    /// What weighs them.
    pub fitted: Fitted,
}

/// The few factors fitted on whole articles; the aggregate room says what they multiply.
#[derive(Clone, Debug, PartialEq)]
pub struct Fitted {
    /// How sharply a score parts the classes, and how softly near 0: what makes the report's probabilities.
    pub probabilities: [f32; 2],
    /// Of a sentence's weight in the document.
    pub document: [f32; 9],
    /// Of a sentence's weight for an entity.
    pub entity: [f32; 9],
    /// Of the confidence.
    pub confidence: [f32; 5],
    /// The least lesser weight of a mixed text, in points of score, and its least share of the greater.
    pub mixed: [f32; 2],
}

impl Fitted {
    fn read(reader: &mut Reader) -> Result<Self, Error> {
        fn row<const N: usize>(reader: &mut Reader) -> Result<[f32; N], Error> {
            Ok(reader.float(1, N)?.try_into().expect("as many as were asked for"))
        }
        let probabilities: [f32; 2] = row(reader)?;
        if probabilities[0] < 0.0 || probabilities[1] <= 0.0 {
            return Err(format::bad(format!("sharpness and softness {probabilities:?} of its probabilities")));
        }
        Ok(Self {
            probabilities,
            document: row(reader)?,
            entity: row(reader)?,
            confidence: row(reader)?,
            mixed: row(reader)?,
        })
    }
}

impl Model {
    /// Reads a weights file (see [`format`] for its layout).
    ///
    /// # Errors
    /// [`Error::Model`] if it is not one, is damaged, or is of another format.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let mut reader = Reader::new(bytes)?;
        let name = reader.text()?.to_owned();
        let width = reader.count(kernels::MOST_COLUMNS)?;
        let kernel = reader.count(63)?;
        let blocks = reader.count(64)?;
        let dilations = (0..blocks).map(|_| reader.count(256)).collect::<Result<Vec<_>, _>>()?;
        let vocabulary = Vocabulary::from_lines(reader.text()?).map_err(format::bad)?;
        let network = Network::read(&mut reader, width, kernel, &dilations, &vocabulary)?;
        let fitted = Fitted::read(&mut reader)?;
        reader.finish()?;
        Ok(Self { name, fitted, relations: Relations::new(&vocabulary), vocabulary, network })
    }
}
