BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
}

AfterAll { Stop-SfEmulator $org }

Describe 'Find-SfRecord' {
    BeforeEach {
        Reset-TestOrg
        $org | Connect-Sf
        $acme = New-SfRecord Account @{ Name = 'Acme Pumps'; Site = 'Ulm'; Phone = '0731 555'; AnnualRevenue = 12.5 } -PassThru
        $ada = New-SfRecord Contact @{ LastName = 'Lovelace'; FirstName = 'Ada'; Email = 'ada@acme.example'; Birthdate = [datetime]'1815-12-10'; AccountId = $acme.Id } -PassThru
        $odd = New-SfRecord Account @{ Name = "O'Brien and Sons (Ulm)" } -PassThru
        Clear-OrgRequest
    }

    It 'TextWithoutObjects_FindsIdsOfAllKinds' {
        $found = Find-SfRecord Acme

        $found.Id | Should -Contain $acme.Id
        $found[0].psobject.Properties.Name | Should -Be 'Id'
    }

    It 'Objects_ComeWithTheFieldThatNamesThem' {
        $found = Find-SfRecord Acme Account

        $found.GetType().FullName, $found.Id, $found.Name | Should -Be 'Salesforce.Account', $acme.Id, 'Acme Pumps'
    }

    It 'RowsOfSeveralObjects_AreTyped' {
        $found = Find-SfRecord -Query "FIND {acme} IN ALL FIELDS RETURNING Account(Id, AnnualRevenue), Contact(Id, Birthdate)"

        ($found | Where-Object Id -EQ $acme.Id).AnnualRevenue | Should -Be 12.5
        ($found | Where-Object Id -EQ $ada.Id).Birthdate | Should -Be ([datetime]'1815-12-10')
        $found.ForEach({ $_.GetType().Name }) | Sort-Object -Unique | Should -Be 'Account', 'Contact'
    }

    It 'Fields_AreThoseAskedForOfEachObject' {
        $found = Find-SfRecord Acme Account, Contact -Field CreatedDate

        $found | ForEach-Object { $_.psobject.Properties.Name -join ',' } | Select-Object -Unique | Should -Be 'Id,CreatedDate'
        $found[0].CreatedDate | Should -BeOfType [datetimeoffset]
    }

    It 'Scope_LooksIntoItsFieldsAlone' {
        (Find-SfRecord 'ada@acme.example' Contact -In Email).Id | Should -Be $ada.Id
        Find-SfRecord Acme Contact -In Name | Should -BeNullOrEmpty
    }

    It 'First_IsTheMost' {
        New-SfRecord Account (1..5 | ForEach-Object { @{ Name = "Many $_" } }) | Out-Null

        Find-SfRecord Many Account -First 3 | Should -HaveCount 3
    }

    It 'TextOfOperators_IsTakenAsItIs' {
        (Find-SfRecord "O'Brien and Sons (Ulm)" Account).Id | Should -Be $odd.Id
        Find-SfRecord 'Acme OR Brien' Account | Should -BeNullOrEmpty
        Find-SfRecord 'Acm*' Account | Should -BeNullOrEmpty
        Find-SfRecord 'x} RETURNING User(Id)' Account | Should -BeNullOrEmpty
    }

    It 'TextsFromThePipeline_AreFoundOneByOne' {
        ('Acme', 'Brien' | Find-SfRecord -ObjectType Account).Name | Should -Be 'Acme Pumps', "O'Brien and Sons (Ulm)"
    }

    It 'QueryThatIsNone_IsAnErrorRecord' {
        Find-SfRecord -Query 'FIND acme' -ErrorAction SilentlyContinue -ErrorVariable bad | Should -BeNullOrEmpty

        $bad[0].FullyQualifiedErrorId | Should -Be 'RequestRefused,SalesforcePS.Commands.FindSfRecordCommand'
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'MALFORMED_SEARCH', 'SyntaxError', 'FIND acme'
    }

    It 'UnknownField_IsAnErrorRecordBeforeItIsSent' {
        Find-SfRecord Acme Account -Field Nam -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].FullyQualifiedErrorId | Should -BeLike 'RequestRefused,*'
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'INVALID_FIELD', 'InvalidArgument', 'Acme'
        Get-OrgRequest | Where-Object path -Match '/search' | Should -BeNullOrEmpty
    }

    It 'UnknownObject_IsAnErrorRecord' {
        Find-SfRecord Acme Acount -ErrorAction SilentlyContinue -ErrorVariable bad

        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category, $bad[0].TargetObject | Should -Be 'NOT_FOUND', 'ObjectNotFound', 'Acme'
    }

    It 'FieldWithoutObject_IsRefused' {
        { Find-SfRecord Acme -Field Name } | Should -Throw -ErrorId 'FieldNeedsObjectType,SalesforcePS.Commands.FindSfRecordCommand'

        $Error[0].CategoryInfo.Category, $Error[0].TargetObject | Should -Be 'InvalidArgument', 'Name'
    }

    It 'FoundRecords_GoOnInThePipeline' {
        (Find-SfRecord Acme Account | Get-SfRecord -Field Site).Site | Should -Be 'Ulm'
    }
}
