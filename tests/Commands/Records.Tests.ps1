BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    $null = @{ Name = 'A'; Site = 'x'; Regions__c = 'North', 'West' }, @{ Name = 'B'; Site = 'y' } | New-SfRecord Account
    function Get-Record { Invoke-SfQuery 'SELECT Id, Name, Site, Owner.Name, Regions__c, CreatedDate FROM Account ORDER BY Name' }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Queried records' {
    BeforeEach { $records = Get-Record }

    It 'ForEachParallel_KeepsTheFields' {
        $names = $records | ForEach-Object -Parallel { "$($_.Name) $($_.'Owner.Name')" } | Sort-Object

        $names | Should -Be 'A Emulator Administrator', 'B Emulator Administrator'
    }

    It 'RunspaceWithoutTheModule_KeepsTheFields' {
        $shell = [powershell]::Create()
        try {
            $text = $shell.AddScript('param($r) @(Get-Module SalesforcePS).Count, $r.Name, ($r | ConvertTo-Json -Compress)').AddArgument($records[0]).Invoke()
        }
        finally {
            $shell.Dispose()
        }

        $text[0] | Should -Be 0
        $text[1] | Should -Be 'A'
        ($text[2] | ConvertFrom-Json).Site | Should -Be 'x'
    }

    It 'StartJob_KeepsTheFields' {
        $job = Start-Job { $using:records | ForEach-Object { "$($_.Name) $($_.Site)" }; , $using:records[0] }
        $output = $job | Receive-Job -Wait -AutoRemoveJob

        $output[0, 1] | Should -Be 'A x', 'B y'
        $output[2].Name, $output[2].Regions__c[1] | Should -Be 'A', 'West'
    }

    It 'Property_CanBeSet' {
        $records[0].Name = 'Changed'

        $records[0].Name | Should -Be 'Changed'
        $records[1].Name | Should -Be 'B'
    }

    It 'PropertyThatWasNotAskedFor_IsNotThere' {
        { $records[0].Industry = 'x' } | Should -Throw
        $records[0].PSObject.Properties.Name | Should -Be 'Id', 'Name', 'Site', 'Owner.Name', 'Regions__c', 'CreatedDate'
    }

    It 'ConvertToJson_HasTheFieldsAlone' {
        $json = $records[0] | ConvertTo-Json | ConvertFrom-Json -AsHashtable

        $json.Keys | Should -Be 'Id', 'Name', 'Site', 'Owner.Name', 'Regions__c', 'CreatedDate'
        $json.'Regions__c' | Should -Be 'North', 'West'
    }

    It 'ExportCsv_HasTheFieldsAlone' {
        $lines = $records | Select-Object Name, Site | ConvertTo-Csv
        $lines | Should -Be '"Name","Site"', '"A","x"', '"B","y"'

        ($records | ConvertTo-Csv)[0] | Should -Be '"Id","Name","Site","Owner.Name","Regions__c","CreatedDate"'
    }

    It 'SelectWhereSortGroup_Work' {
        ($records | Where-Object Site -EQ y).Name | Should -Be 'B'
        ($records | Sort-Object Name -Descending).Name | Should -Be 'B', 'A'
        ($records | Group-Object Site -AsHashTable).x.Name | Should -Be 'A'
        ($records | Select-Object *, @{ n = 'Extra'; e = { 1 } })[0].Extra | Should -Be 1
    }

    It 'AddMember_WorksAndTheRecordCanStillBeWritten' {
        $record = $records[0] | Add-Member Note 'mine' -PassThru
        $record.Site = 'z'

        $record.Note | Should -Be 'mine'
        $record | Set-SfRecord | Should -HaveCount 1
        (Get-Record)[0].Site | Should -Be 'z'

        $record.Site = 'x'
        $null = $record | Set-SfRecord
    }

    It 'FormatTable_ShowsTheFields' {
        $text = $records | Format-Table Name, Site | Out-String

        $text | Should -Match '(?s)Name\s+Site.+A\s+x.+B\s+y'
    }

    It 'Records_HaveNoHiddenState' {
        $records[0] | Get-Member -MemberType Properties | Select-Object -ExpandProperty Name | Should -Be 'CreatedDate', 'Id', 'Name', 'Owner.Name', 'Regions__c', 'Site'
    }
}
