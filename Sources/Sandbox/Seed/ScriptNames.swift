/// The parts of names in scripts other than Latin.
struct ScriptNames: Sendable {
  struct Part: Sendable {
    var name: String
    var slug: String

    init(_ name: String, _ slug: String) {
      self.name = name
      self.slug = slug
    }
  }

  var stems: [Part]
  var fields: [Part]
  var space = " "
  var isFieldFirst = false

  static let all = [
    japanese, cyrillic, chinese, greek, korean, arabic, hebrew, devanagari, thai, emoji,
  ]

  private static let japanese = ScriptNames(
    stems: [
      .init("富士見", "fujimi"), .init("さくら", "sakura"), .init("東都", "toto"),
      .init("みなと", "minato"), .init("北星", "hokusei"), .init("青葉", "aoba"),
      .init("ひかり", "hikari"), .init("千歳", "chitose"), .init("あおぞら", "aozora"),
    ],
    fields: [
      .init("物流株式会社", "butsuryu"), .init("精機", "seiki"), .init("ソフトウェア", "software"),
      .init("製薬", "seiyaku"), .init("フーズ", "foods"), .init("電子工業", "denshi"),
      .init("ホールディングス", "holdings"), .init("銀行", "ginko"),
    ], space: "")

  private static let chinese = ScriptNames(
    stems: [
      .init("云帆", "yunfan"), .init("华星", "huaxing"), .init("天成", "tiancheng"),
      .init("明德", "mingde"), .init("海川", "haichuan"), .init("青松", "qingsong"),
      .init("瑞丰", "ruifeng"), .init("蓝鲸", "lanjing"),
    ],
    fields: [
      .init("科技有限公司", "keji"), .init("物流", "wuliu"), .init("医疗", "yiliao"),
      .init("能源集团", "nengyuan"), .init("智能制造", "zhizao"), .init("金融", "jinrong"),
      .init("教育", "jiaoyu"),
    ], space: "")

  private static let korean = ScriptNames(
    stems: [
      .init("한빛", "hanbit"), .init("누리", "nuri"), .init("가온", "gaon"),
      .init("미래", "mirae"), .init("새벽", "saebyeok"), .init("푸른", "pureun"),
      .init("동해", "donghae"), .init("바른", "bareun"),
    ],
    fields: [
      .init("소프트", "soft"), .init("물류 주식회사", "mulryu"), .init("바이오", "bio"),
      .init("반도체", "bandoche"), .init("은행", "eunhaeng"), .init("에너지", "energy"),
      .init("모빌리티", "mobility"),
    ])

  private static let cyrillic = ScriptNames(
    stems: [
      .init("Северный Ветер", "severny-veter"), .init("Байкал", "baikal"),
      .init("Полёт", "polyot"), .init("Берёза", "beryoza"), .init("Дніпро", "dnipro"),
      .init("Зора", "zora"), .init("Меридиан", "meridian-ru"), .init("Їжак", "yizhak"),
    ],
    fields: [
      .init("Логистика", "logistika"), .init("Софт", "soft"), .init("Энерго", "energo"),
      .init("Банк", "bank"), .init("Медиа", "media"), .init("Фарма", "farma"),
      .init("Строй", "stroy"),
    ])

  private static let greek = ScriptNames(
    stems: [
      .init("Αιγαίο", "aigaio"), .init("Όλυμπος", "olympos"), .init("Ελαιώνας", "elaionas"),
      .init("Φάρος", "faros"), .init("Ωρίων", "orion-gr"), .init("Κύκλος", "kyklos"),
    ],
    fields: [
      .init("Ναυτιλιακή", "naftiliaki"), .init("Τρόφιμα", "trofima"),
      .init("Λογισμικό", "logismiko"), .init("Ενέργεια", "energeia"), .init("Α.Ε.", "ae"),
    ])

  private static let arabic = ScriptNames(
    stems: [
      .init("النخيل", "nakheel"), .init("الأفق", "ufuq"), .init("الواحة", "waha"),
      .init("اللؤلؤة", "lulua"), .init("الصقر", "saqr"), .init("المنارة", "manara"),
    ],
    fields: [
      .init("شركة", "sharika"), .init("مصرف", "masraf"), .init("مجموعة", "majmua"),
      .init("مستشفى", "mustashfa"), .init("مطاعم", "mataem"),
    ], isFieldFirst: true)

  private static let hebrew = ScriptNames(
    stems: [
      .init("כרמל", "carmel"), .init("אורן", "oren"), .init("שחף", "shahaf"),
      .init("גלים", "galim"), .init("רימון", "rimon"), .init("תבור", "tavor"),
    ],
    fields: [
      .init("תוכנה בע״מ", "tochna"), .init("אנרגיה", "energia"), .init("לוגיסטיקה", "logistika"),
      .init("ביטוח", "bituach"), .init("מערכות", "maarachot"),
    ])

  private static let devanagari = ScriptNames(
    stems: [
      .init("हिमालय", "himalaya"), .init("सूर्य", "surya"), .init("गंगा", "ganga"),
      .init("नीलकमल", "neelkamal"), .init("भारती", "bharati"), .init("आकाश", "akash"),
    ],
    fields: [
      .init("टेक्नोलॉजीज़", "technologies"), .init("ऊर्जा", "urja"), .init("वस्त्र उद्योग", "vastra"),
      .init("स्वास्थ्य सेवा", "swasthya"), .init("बैंक", "bank"),
    ])

  private static let thai = ScriptNames(
    stems: [
      .init("สยาม", "siam"), .init("ช้างเผือก", "changphueak"), .init("เจ้าพระยา", "chaophraya"),
      .init("ดอยสุเทพ", "doisuthep"), .init("บัวหลวง", "bualuang"), .init("ทะเลใต้", "thaletai"),
    ],
    fields: [
      .init("โลจิสติกส์", "logistics"), .init("ซอฟต์แวร์", "software"), .init("พลังงาน", "phalangngan"),
      .init("อาหาร", "ahan"), .init("การแพทย์", "kanphaet"),
    ], space: "")

  private static let emoji = ScriptNames(
    stems: [
      .init("🌱 Sprout", "sprout"), .init("Pixel 👩‍💻 Guild", "pixel-guild"),
      .init("🦊 Foxtail", "foxtail"), .init("Maple 🇨🇦 Leaf", "maple-leaf"),
      .init("Kite ✈️ Lane", "kite-lane"), .init("🐙 Octo", "octo"),
      .init("Family 👨‍👩‍👧 First", "family-first"),
      .init("Nordic 🇳🇴 Roots", "nordic-roots"),
    ],
    fields: [
      .init("Collective", "collective"), .init("Studio", "studio"), .init("Works", "works"),
      .init("Co-op", "coop"), .init("Club", "club"),
    ])
}
