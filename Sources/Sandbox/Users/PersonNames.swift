/// Names of people in many scripts, each with the part of an address before the `@`.
enum PersonNames {
  struct Name {
    var first: String
    var last: String
    var slug: String
  }

  private typealias Part = ScriptNames.Part

  static func name(_ random: inout SplitMix) -> Name {
    let chance = random.number(below: 100)
    let (first, last) =
      switch chance {
      case 0..<6: pick(japanese, &random)
      case 6..<11: pick(chinese, &random)
      case 11..<15: pick(korean, &random)
      case 15..<19: pick(cyrillic, &random)
      case 19..<23: pick(arabic, &random)
      case 23..<26: pick(greek, &random)
      case 26..<29: pick(indian, &random)
      default: pick(latin, &random)
      }
    return Name(first: first.name, last: last.name, slug: "\(first.slug).\(last.slug)")
  }

  private static func pick(
    _ names: (first: [Part], last: [Part]), _ random: inout SplitMix
  ) -> (Part, Part) {
    (
      names.first[random.number(below: names.first.count)],
      names.last[random.number(below: names.last.count)]
    )
  }

  private static func parts(_ names: String) -> [Part] {
    names.split(separator: " ").map { name in
      let name = String(name).replacing("_", with: " ")
      return Part(name, LatinNames.slug(name))
    }
  }

  private static let latin = (
    first: parts(
      """
      Adaeze Agnieszka Aisha Alejandra Amara Amélie Anders Anna Antonio Aoife Ayşe Beatriz Bjørn \
      Camila Carlos Chiara Chidi Chloé Daan Daniel David Diego Elena Elif Emeka Emily Emma Enrique \
      Eszter Fatima Felix Fernanda Finn Florian Freja Giulia Grace Hannah Henrik Hugo Ines Ingrid \
      Isabella Jack James Jan Jean-Luc Jonas José Julia Kai Karin Kateřina Katarzyna Kofi Lars \
      Laura Léa Liam Lucía Łukasz Luca Magnus Malik Márton Maria Marie Mateo Maya Michael Milan \
      Miguel Nadia Ngozi Niamh Noah Nora Oliver Olivia Oscar Pedro Petra Priya Rachel Rafael \
      Raúl Rosa Ruth Samuel Sarah Seán Sebastian Sigrún Sofia Søren Thomas Tomáš Valentina Wanjiru \
      Yusuf Zeynep Zoë
      """),
    last: parts(
      """
      Adeyemi Almeida Andersson Baker Barbosa Baumann Becker Bianchi Björnsdóttir Bouchard Byrne \
      Castillo Chukwu Clarke Conti Costa Çelik De_Vries Demir Diallo Dubois Eriksen Estrada Evans \
      Fernández Fischer Fontaine Fraser García Gonçalves Greco Grimaldi Hansen Harris Hoffmann \
      Horvat Hughes Ivanović Jansen Jensen Johnson Jones Kamau Kaya Keller King Kovács Kowalska \
      Lambert Larsen Lefèvre Lehmann Lindqvist Lopes MacLeod Marino Martin Mensah Meyer Moreau \
      Müller Murphy Nagy Navarro Nguyễn Nielsen Novák Nowak O'Brien O'Sullivan Okafor Oliveira \
      Ortiz Østergaard Pereira Petrović Popescu Quinn Ramírez Reyes Ricci Robinson Rossi Ruiz \
      Salazar Santos Schäfer Schneider Silva Smith Sørensen Svensson Szabó Taylor Thompson Torres \
      Traoré Van_den_Berg Vargas Virtanen Vogel Walker Weber Williams Wójcik Yılmaz Zimmermann
      """)
  )
  private static let japanese = (
    first: [
      Part("陽菜", "hina"), Part("蓮", "ren"), Part("さくら", "sakura"), Part("大輔", "daisuke"),
      Part("美咲", "misaki"), Part("健太", "kenta"),
    ],
    last: [
      Part("佐藤", "sato"), Part("鈴木", "suzuki"), Part("高橋", "takahashi"),
      Part("田中", "tanaka"), Part("渡辺", "watanabe"), Part("山本", "yamamoto"),
    ]
  )
  private static let chinese = (
    first: [
      Part("伟", "wei"), Part("秀英", "xiuying"), Part("子涵", "zihan"), Part("明", "ming"),
      Part("丽", "li"),
    ],
    last: [
      Part("王", "wang"), Part("李", "li"), Part("张", "zhang"), Part("刘", "liu"),
      Part("欧阳", "ouyang"),
    ]
  )
  private static let korean = (
    first: [
      Part("서연", "seoyeon"), Part("민준", "minjun"), Part("지우", "jiwoo"), Part("하은", "haeun"),
    ],
    last: [Part("김", "kim"), Part("이", "lee"), Part("박", "park"), Part("최", "choi")]
  )
  private static let cyrillic = (
    first: [
      Part("Анна", "anna"), Part("Дмитро", "dmytro"), Part("Оксана", "oksana"),
      Part("Иван", "ivan"), Part("Јелена", "jelena"),
    ],
    last: [
      Part("Шевченко", "shevchenko"), Part("Коваленко", "kovalenko"), Part("Петрова", "petrova"),
      Part("Јовановић", "jovanovic"), Part("Георгиев", "georgiev"),
    ]
  )
  private static let arabic = (
    first: [
      Part("ليلى", "layla"), Part("عمر", "omar"), Part("فاطمة", "fatima"), Part("يوسف", "yousef"),
    ],
    last: [Part("حداد", "haddad"), Part("المنصور", "almansour"), Part("خليل", "khalil")]
  )
  private static let greek = (
    first: [Part("Ελένη", "eleni"), Part("Γιώργος", "giorgos"), Part("Μαρία", "maria")],
    last: [
      Part("Παπαδόπουλος", "papadopoulos"), Part("Νικολάου", "nikolaou"),
      Part("Οικονόμου", "oikonomou"),
    ]
  )
  private static let indian = (
    first: [Part("प्रिया", "priya"), Part("अर्जुन", "arjun"), Part("अनन्या", "ananya")],
    last: [Part("शर्मा", "sharma"), Part("पटेल", "patel"), Part("सिंह", "singh")]
  )
}
